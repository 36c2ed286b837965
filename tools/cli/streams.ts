/** What the program reads from and writes to. */
import type { Options } from './arguments.ts';

export interface Streams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Whether output is coloured: on a terminal, unless NO_COLOR is set to anything (no-color.org). */
export function isColoured(env: NodeJS.ProcessEnv, { stdout }: Streams, { json }: Options): boolean {
  return stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb' && !json;
}
