/** What is said where there is no flow to speak of. */
import type { Failure } from '#api/api-error.ts';
import type { Refusal } from '#model/record/refusal.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { harmless, type Writer } from './words.ts';

/** A failure or refusal, for a person and for a script. */
export interface Trouble {
  readonly code: string;
  readonly text: string;
  readonly status: ExitStatus;
  /** True where asking again later may do. */
  readonly passing: boolean;
}

const passing: ReadonlySet<string> = new Set([
  'rate-limited',
  'upstream-down',
  'upstream-slow',
  'upstream-error',
  'upstream-unreadable',
  'offline',
  'timeout',
]);

export function failureTrouble(failure: Failure, { catalogue }: Writer): Trouble {
  const code = failure.kind === 'problem' ? failure.code : failure.kind;
  const texts = failure.kind === 'problem' ? catalogue.errors.problem[failure.code] : catalogue.errors[failure.kind];
  const id = failure.kind === 'problem' ? failure.requestId : null;
  const request = id === null ? '' : ` ${catalogue.errors.requestId}: ${id}`;
  const status = code === 'not-found' ? exitStatus.notFound : exitStatus.error;
  return { code, text: harmless(`${texts.title} ${texts.meaning}${request}`), status, passing: passing.has(code) };
}

export function refusalTrouble(refusal: Refusal | 'noId', { catalogue }: Writer): Trouble {
  const found = { status: exitStatus.error, passing: false };
  if (refusal !== 'noId') return { code: refusal.kind, text: catalogue.errors.refusal[refusal.kind].title, ...found };
  const { title, meaning } = catalogue.errors.problem['bad-request'];
  return { code: 'bad-request', text: `${title} ${meaning}`, ...found };
}
