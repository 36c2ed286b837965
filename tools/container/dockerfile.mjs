/** Reads a Dockerfile and a .dockerignore, as far as ours go: what is not understood is said, never passed over. */

/**
 * @typedef {{ readonly from: string | null, readonly sources: readonly string[], readonly target: string }} Copy
 * @typedef {(
 *   | { readonly kind: 'workdir', readonly folder: string }
 *   | { readonly kind: 'copy', readonly copy: Copy }
 *   | { readonly kind: 'run', readonly command: string }
 *   | { readonly kind: 'env', readonly values: Readonly<Record<string, string>> }
 * )} Step
 * @typedef {object} Stage
 * @property {string | null} name
 * @property {string} base the image or stage that it begins with
 * @property {Step[]} steps
 * @property {readonly string[] | null} command
 * @property {readonly string[] | null} healthcheck
 */

/** @returns {readonly string[]} */
function wordsOf(/** @type {string} */ json) {
  /** @type {unknown} */
  const words = JSON.parse(json);
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) throw new Error(`No list: ${json}`);
  return words;
}

/** @returns {Copy} */
function copyOf(/** @type {string} */ rest) {
  const [, from = null, paths = ''] = /^(?:--from=(\S+)\s+)?(.+)$/.exec(rest) ?? [];
  const words = paths.split(/\s+/);
  const target = words.pop() ?? '.';
  return { from, sources: words, target };
}

function pairs(/** @type {string} */ rest) {
  return Object.fromEntries([...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]));
}

/**
 * The stages of a Dockerfile, with arguments filled in by their defaults. Throws on an instruction that it does not know.
 * @returns {Stage[]}
 */
export function stagesOf(/** @type {string} */ text) {
  const lines = text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  /** @type {Record<string, string>} */
  const args = {};
  /** @type {Stage[]} */
  const stages = [];
  for (const line of lines) {
    const [, name = '', written = ''] = /^(\w+)\s+(.+)$/.exec(line.trim()) ?? [];
    const rest = written.replace(/\$\{(\w+)\}/g, (_, arg) => args[arg] ?? '');
    const stage = stages.at(-1);
    if (name === 'ARG') Object.assign(args, pairs(rest));
    else if (name === 'FROM') {
      const [, base = '', as = null] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? [];
      stages.push({ name: as, base, steps: [], command: null, healthcheck: null });
    } else if (stage === undefined) throw new Error(`${name} before FROM`);
    else take(stage, name, rest);
  }
  return stages;
}

function take(/** @type {Stage} */ stage, /** @type {string} */ name, /** @type {string} */ rest) {
  if (name === 'WORKDIR') stage.steps.push({ kind: 'workdir', folder: rest });
  else if (name === 'COPY') stage.steps.push({ kind: 'copy', copy: copyOf(rest) });
  else if (name === 'RUN') stage.steps.push({ kind: 'run', command: rest });
  else if (name === 'ENV') stage.steps.push({ kind: 'env', values: pairs(rest) });
  else if (name === 'CMD') stage.command = wordsOf(rest);
  else if (name === 'HEALTHCHECK') stage.healthcheck = wordsOf(rest.replace(/^.*?\bCMD\s+/, ''));
  // Of no matter where there is no container.
  else if (!['USER', 'EXPOSE'].includes(name)) throw new Error(`${name} is not understood`);
}

/** A pattern of .dockerignore: `*` within a folder's name, `**` over folders. It also matches whatever lies below. */
function patternOf(/** @type {string} */ glob) {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (sign) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[sign] ?? '[^/]');
  return new RegExp(`^${source}(?:/.*)?$`);
}

/**
 * Whether a path of the context, with `/` between, is left out; the last line that matches counts.
 * @returns {(path: string) => boolean}
 */
export function ignoredBy(/** @type {string} */ text) {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({
      keeps: line.startsWith('!'),
      pattern: patternOf(line.replace(/^!/, '').replace(/^\/|\/$/g, '')),
    }));
  return (path) => rules.findLast(({ pattern }) => pattern.test(path))?.keeps === false;
}
