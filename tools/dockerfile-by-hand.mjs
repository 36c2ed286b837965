/**
 * `npm run dockerfile`: takes the Dockerfile's steps by hand, in scratch folders and on the Node of this machine, starts what
 * comes of it, and asks it whether it is well. What is missing in an image shows without an engine that builds one. The
 * base image, its user and its ports are not tried.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { ignoredBy, stagesOf } from './container/dockerfile.mjs';
import { tryGateway } from './try-gateway.mjs';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'cascade-image-'));
// Somebody else than its owner starts it.
chmodSync(scratch, 0o755);
const isIgnored = ignoredBy(readFileSync(join(root, '.dockerignore'), 'utf8'));

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** Files of the context that are sent, below a path of it. */
function contextFiles(/** @type {string} */ path) {
  const stat = readdirSync(join(root, path), { withFileTypes: true });
  /** @type {string[]} */
  const files = [];
  for (const entry of stat) {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.name === '.git' || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) files.push(...contextFiles(inner));
    else if (!isIgnored(inner)) files.push(inner);
  }
  return files;
}

const sent = contextFiles('');

/** Where a path of a stage lies here. */
function placeOf(/** @type {string} */ stage, /** @type {string} */ folder, /** @type {string} */ path) {
  return join(scratch, stage, resolve(folder, path));
}

function copyFromContext(/** @type {readonly string[]} */ sources, /** @type {string} */ target) {
  for (const source of sources) {
    const wanted = sent.filter((file) => source === '.' || file === source || file.startsWith(`${source}/`));
    if (wanted.length === 0) throw new Error(`COPY ${source}: not in the context (is it in .dockerignore?)`);
    for (const file of wanted) {
      const inside = source === '.' ? file : relative(source, file) || basename(file);
      cpSync(join(root, file), join(target, inside));
    }
  }
}

function copyFromStage(/** @type {import('./container/dockerfile.mjs').Copy} */ copy, /** @type {string} */ target) {
  for (const source of copy.sources) {
    const path = join(scratch, copy.from ?? '', source);
    if (!existsSync(path)) throw new Error(`COPY --from=${copy.from} ${source}: not there`);
    cpSync(path, copy.target.endsWith('/') && copy.target !== './' ? join(target, basename(path)) : target, {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}

/** Nothing of this machine's but what finds programs and packages. */
function clean(/** @type {Readonly<Record<string, string>>} */ env) {
  const { PATH, HOME, npm_config_cache, npm_config_registry } = process.env;
  const own = { PATH, HOME, npm_config_cache, npm_config_registry };
  return /** @type {NodeJS.ProcessEnv} */ ({
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    ...env,
  });
}

/** Takes the steps of a stage; gives its folder and its variables. */
function build(/** @type {import('./container/dockerfile.mjs').Stage} */ stage, /** @type {string} */ name) {
  let folder = '/';
  /** @type {Record<string, string>} */
  const env = {};
  for (const step of stage.steps) {
    if (step.kind === 'workdir') {
      folder = step.folder;
      mkdirSync(placeOf(name, folder, '.'), { recursive: true });
    } else if (step.kind === 'env') Object.assign(env, step.values);
    else if (step.kind === 'copy') {
      say(`${name}: COPY ${step.copy.sources.join(' ')}`);
      const target = placeOf(name, folder, step.copy.target);
      if (step.copy.from === null) copyFromContext(step.copy.sources, target);
      else copyFromStage(step.copy, target.endsWith(sep) ? target.slice(0, -1) : target);
    } else {
      say(`${name}: RUN ${step.command}`);
      const cwd = placeOf(name, folder, '.');
      const { status } = spawnSync(step.command, {
        cwd,
        env: clean(env),
        shell: true,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status !== 0) throw new Error(`RUN ${step.command} ended with ${status}`);
    }
  }
  return { folder: placeOf(name, folder, '.'), env };
}

/** As the image's user would: somebody who owns none of the files. */
const somebody = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

function start(
  /** @type {import('./container/dockerfile.mjs').Stage} */ stage,
  /** @type {ReturnType<typeof build>} */ { folder, env },
) {
  const [program = '', ...words] = stage.command ?? [];
  const [checker = '', ...check] = stage.healthcheck ?? [];
  const node = (/** @type {string} */ name) => (name === 'node' ? process.execPath : name);
  return tryGateway({
    program: node(program),
    words,
    cwd: folder,
    env: clean({ ...env, HOME: '/nowhere' }),
    user: somebody,
    check: (own) => {
      const { status } = spawnSync(node(checker), check, { cwd: folder, env: own, stdio: 'inherit', ...somebody });
      if (status !== 0) throw new Error(`HEALTHCHECK ended with ${status}`);
      say('HEALTHCHECK: well');
    },
  });
}

try {
  const stages = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'));
  say(`Node ${process.version}; the image has ${stages[0]?.base}. ${sent.length} files in the context.`);
  const built = stages.map((stage, index) => ({ stage, ...build(stage, stage.name ?? `stage-${index}`) }));
  const last = built.at(-1);
  if (last === undefined) throw new Error('The Dockerfile has no stage');
  await start(last.stage, last);
  say('The Dockerfile’s steps work.');
} catch (error) {
  say(`The Dockerfile does not work: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
