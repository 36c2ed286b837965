/** The command line, read and checked. */
import { parseArgs } from 'node:util';
import type { Language } from '#texts/format.ts';

export interface Options {
  readonly json: boolean;
  readonly mask: boolean;
  readonly language: Language;
  /** IANA name. */
  readonly zone: string;
  /** Milliseconds between two looks at a flow that is watched. */
  readonly everyMs: number;
}

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'explain'; readonly inputs: readonly string[]; readonly options: Options }
  | { readonly kind: 'watch'; readonly trackingId: string; readonly options: Options };

/** The command line cannot be understood, or the environment does not say whom to ask. The message is for the person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const help = `Usage: cascade explain [options] <id | file | ->...
       cascade watch [options] <id>

Says what happened to a message that Routee sent through a failover flow.

  explain   prints verdict, timeline and findings of each flow. A file, or - for standard
            input, holds records as JSON, or tracking IDs, one a line.
  watch     follows a running flow until it has ended.

Options:
  --json          one JSON object a line, instead of text
  --lang en|el    language of the text (default: that of LC_ALL or LANG, else en)
  --zone ZONE     IANA name of the zone of times (default: UTC)
  --mask          masks recipients and texts
  --every SECONDS how often watch looks (default: 2; from 0.2 to 3600)
  --help, --version

Environment:
  CASCADE_URL, CASCADE_KEY            the gateway to ask, and a key where it wants one
  ROUTEE_APP_ID, ROUTEE_APP_SECRET    without CASCADE_URL, Routee itself is asked; the
                                      gateway's other ROUTEE_ variables hold here, too
  NO_COLOR                            no colours on a terminal either

Exit status, of several flows the highest:
  0  the whole message is proven to have reached its recipient
  1  it has, and the record has findings of problem grade
  2  not reached, not wholly, not yet, or not proven
  3  no flow with this ID is known
  4  an error
`;

const known = {
  json: { type: 'boolean', default: false },
  mask: { type: 'boolean', default: false },
  lang: { type: 'string' },
  zone: { type: 'string', default: 'UTC' },
  every: { type: 'string', default: '2' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'V', default: false },
} as const;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: known, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function languageOf(given: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (given === undefined) return /^el\b|^el_/.test(env.LC_ALL || env.LANG || '') ? 'el' : 'en';
  if (given === 'en' || given === 'el') return given;
  throw new UsageError(`--lang is en or el, not ${given}`);
}

function zoneOf(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new UsageError(`--zone ${zone} is no zone that is known here`);
  }
}

function everyMsOf(text: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 0.2 && seconds <= 3600) return seconds * 1000;
  throw new UsageError('--every is a number of seconds from 0.2 to 3600');
}

/** Reads the words after the program's name. Throws a UsageError. */
export function readArguments(words: readonly string[], env: NodeJS.ProcessEnv): Command {
  const { values, positionals } = parsed(words);
  const [name, ...inputs] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const options: Options = {
    json: values.json,
    mask: values.mask,
    language: languageOf(values.lang, env),
    zone: zoneOf(values.zone),
    everyMs: everyMsOf(values.every),
  };
  const [only, ...others] = inputs;
  if (name === 'explain' && only !== undefined) return { kind: 'explain', inputs, options };
  if (name === 'watch' && only !== undefined && others.length === 0)
    return { kind: 'watch', trackingId: only, options };
  if (name === 'explain') throw new UsageError('explain needs a tracking ID, a file, or - for standard input');
  if (name === 'watch') throw new UsageError('watch needs one tracking ID');
  throw new UsageError(name === undefined ? 'no command given' : `there is no command ${name}`);
}
