/** Names of variables: which look like ours and are not, and which mean nothing as the gateway is set up. */
import type { Environment } from './environment.ts';

/** What the names in an environment give rise to: sentences that stop the start, and sentences that do not. */
export interface NameFindings {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Variables that decide who may come in and what they see. A slip in one must not leave a door open. */
const guarding = [
  'ACCESS',
  'MASK',
  'UNMASK_GROUP',
  'OPENINGS_GROUP',
  'OIDC_ISSUER',
  'OIDC_GROUP',
  'OIDC_GROUPS_CLAIM',
  'PROXY_ADDRESS',
  'PROXY_USER_HEADER',
  'PROXY_GROUPS_HEADER',
  'METRICS_ADDRESS',
  'METRICS_PORT',
];
/** Of these an empty value is no value by intent: a template whose variable was not set would open the door. */
const neverEmpty = ['ACCESS', 'MASK', 'UNMASK_GROUP', 'OIDC_GROUP', 'OIDC_GROUPS_CLAIM', 'PROXY_GROUPS_HEADER'];
const ourFamily = /^(?:ROUTEE|OIDC|PROXY|MASK|UNMASK)(?:_|ING|ED|$)/;
const guardingFamily =
  /^(?:MASK|UNMASK)(?:_|ING|ED|$)|^(?:OIDC|PROXY)_.*(?:GROUP|ROLE|ALLOW|MEMBER|USER|ADDRESS|ISSUER)/;

/** How many letters must change, come or go to make one word of the other (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, otherLetter] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Short words are near to many others: `TASK` is not meant to be `MASK`. */
function isNear(name: string, known: string): boolean {
  if (known.length <= 6) return name.slice(0, 2) === known.slice(0, 2) && editDistance(name, known) <= 1;
  return editDistance(name, known) <= (known.length >= 10 ? 3 : 2);
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = name
    .toUpperCase()
    .replaceAll('-', '_')
    .replace(/^(?:CASCADE|VITE)_/, '');
  return known
    .filter((candidate) => isNear(plain, candidate) || (ourFamily.test(plain) && plain.startsWith(`${candidate}ING`)))
    .toSorted((one, other) => editDistance(plain, one) - editDistance(plain, other))[0];
}

function unknownName(name: string, known: readonly string[]): { sentence: string; stops: boolean } | null {
  const near = nearest(name, known);
  const plain = name.toUpperCase();
  if (near === undefined && !ourFamily.test(plain)) return null;
  const hint = near === undefined ? '' : ` Is ${near} meant?`;
  const stops = guardingFamily.test(plain) || (near !== undefined && guarding.includes(near.replace(/_FILE$/, '')));
  return { sentence: `${name} is no variable of Cascade.${hint}`, stops };
}

function accessOf(name: string): string | null {
  if (/^(?:OIDC|SESSION)_/.test(name)) return 'oidc';
  return name.startsWith('PROXY_') ? 'proxy' : null;
}

function withoutEffect(name: string, access: string): string | null {
  const needed = accessOf(name);
  if (needed === null || needed === access) return null;
  return `${name} is set, but means nothing with ACCESS=${access}: it belongs to ACCESS=${needed}.`;
}

/** Looks at every name of the environment; `known` are ours, `_FILE` twins included. Values are never repeated. */
export function nameFindings(env: Environment, known: readonly string[]): NameFindings {
  const errors: string[] = [];
  const warnings: string[] = [];
  const access = env.ACCESS?.trim() || 'local';
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) continue;
    const isEmpty = value.trim() === '';
    if (isEmpty && neverEmpty.includes(name)) errors.push(`${name} is empty: give it a value or take it away.`);
    if (isEmpty) continue;
    const isKnown = known.includes(name);
    const unknown = isKnown ? null : unknownName(name, known);
    if (unknown !== null) (unknown.stops ? errors : warnings).push(unknown.sentence);
    const idle = isKnown ? withoutEffect(name, access) : null;
    if (idle !== null) (guarding.includes(name) ? errors : warnings).push(idle);
  }
  return { errors, warnings };
}
