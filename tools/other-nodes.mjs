/**
 * `npm run other-nodes -- [22 24] [--start] [--tests [path …]]`: builds and starts the gateway, and runs the unit tests, on other
 * versions of Node than the machine's, which come as packages from the npm registry. Without --start or --tests both are
 * done. Ends with a line a version; with 1 where anything failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { tryGateway } from './try-gateway.mjs';

const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const versions = words.filter((word) => /^\d+(?:\.\d+)*$/.test(word));
const paths = words.filter((word) => !word.startsWith('--') && !versions.includes(word));
const wants = (/** @type {string} */ what) => words.includes(what) || !words.some((word) => word.startsWith('--'));
const scratch = mkdtempSync(join(tmpdir(), 'cascade-nodes-'));

const platform = process.platform === 'win32' ? 'win' : process.platform;
const program = process.platform === 'win32' ? 'node.exe' : 'node';

function run(
  /** @type {string} */ command,
  /** @type {readonly string[]} */ args,
  /** @type {NodeJS.ProcessEnv} */ env = process.env,
) {
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** npm by the path that npm gives its scripts, run by a Node of our choice. */
function npm(/** @type {string} */ node, /** @type {readonly string[]} */ args, env = process.env) {
  const cli = process.env.npm_execpath;
  return cli === undefined ? run('npm', args, env) : run(node, [cli, ...args], env);
}

/** The path of a Node of this version; throws where the registry has none for this machine. */
function fetched(/** @type {string} */ version) {
  const folder = join(scratch, version);
  const name = `node-${platform}-${process.arch}`;
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${version}`];
  const path = join(folder, 'node_modules', name, 'bin', program);
  if (!npm(process.execPath, args) || !existsSync(path)) throw new Error(`The registry gives no ${name}@${version}`);
  return path;
}

async function started(/** @type {string} */ node, /** @type {NodeJS.ProcessEnv} */ env, /** @type {string} */ dist) {
  if (!npm(node, ['run', '--silent', 'build'], { ...env, DIST: dist })) return 'does not build';
  const { PATH } = env;
  const own = /** @type {NodeJS.ProcessEnv} */ (PATH === undefined ? {} : { PATH });
  const entry = join(dist, 'server/main.js');
  return tryGateway({ program: node, words: ['--enable-source-maps', entry], cwd: root, env: own }).then(
    () => 'starts',
    (/** @type {unknown} */ error) => `does not start: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function tested(/** @type {string} */ node, /** @type {NodeJS.ProcessEnv} */ env, /** @type {string} */ version) {
  const report = join(scratch, `${version}.json`);
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...paths];
  const ended = run(node, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], env);
  if (!existsSync(report)) return 'tests did not run';
  const found = /** @type {import('vitest/node').JsonTestResults} */ (JSON.parse(readFileSync(report, 'utf8')));
  const where = paths.length === 0 ? 'all unit tests' : paths.join(' ');
  const bad = found.numFailedTests > 0 || !ended ? ', NOT GOOD' : '';
  return `${where}: ${found.numPassedTests} passed, ${found.numFailedTests} failed${bad}`;
}

async function tried(/** @type {string} */ version) {
  const node = fetched(version);
  const exact = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const env = { ...process.env, PATH: `${join(node, '..')}${delimiter}${process.env.PATH ?? ''}` };
  const dist = join(root, `dist-node-${version}`);
  const results = [];
  try {
    if (wants('--start')) results.push(await started(node, env, dist));
    if (wants('--tests')) results.push(tested(node, env, version));
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
  return `Node ${exact}: ${results.join('; ')}`;
}

const lines = [];
for (const version of versions.length === 0 ? ['22', '24'] : versions) {
  lines.push(await tried(version).catch((error) => `Node ${version}: not tried, ${String(error)}`));
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`\n${lines.join('\n')}\n`);
process.exitCode = lines.some((line) => /not tried|does not|did not|NOT GOOD/.test(line)) ? 1 : 0;
