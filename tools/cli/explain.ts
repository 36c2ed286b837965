/** `cascade explain`: each flow in the order it was named, several asked for at once. */
import PQueue from 'p-queue';
import type { Options } from './arguments.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { failureTrouble, refusalTrouble } from './failures.ts';
import { type Input, readInputs } from './inputs.ts';
import { reportJson, reportLines } from './report.ts';
import { type Result, resultOf } from './result.ts';
import { type Source, sourceOf } from './source.ts';
import { isColoured, type Streams } from './streams.ts';
import { harmless, type Writer, writerOf } from './words.ts';

const atOnce = 4;

interface Explained {
  /** The ID or file that it answers. */
  readonly name: string | null;
  readonly result: Result;
}

async function explained(input: Input, source: Source | null, mask: boolean, writer: Writer): Promise<Explained> {
  if (input.kind === 'refused') return { name: input.name, result: { trouble: refusalTrouble(input.refusal, writer) } };
  if (input.kind === 'record') return { name: null, result: resultOf(input.text, null, mask, writer) };
  const name = input.trackingId;
  if (source === null) throw new Error('An ID is asked for without a source');
  const answer = await source.flow(name);
  const result = answer.ok
    ? resultOf(answer.text, name, mask, writer)
    : { trouble: failureTrouble(answer.failure, writer) };
  return { name, result };
}

const statusOf = ({ result }: Explained): ExitStatus => ('trouble' in result ? result.trouble.status : result.status);

function asJson({ name, result }: Explained, writer: Writer): string {
  if (!('trouble' in result)) return JSON.stringify({ asked: name, ...reportJson(result, writer) });
  const { code, text, status } = result.trouble;
  return JSON.stringify({ asked: name, exitStatus: status, problem: { code, text } });
}

function write(one: Explained, { streams, options, writer }: Out, isFirst: boolean): void {
  const { name, result } = one;
  if (options.json) streams.stdout.write(`${asJson(one, writer)}\n`);
  else if ('trouble' in result) streams.stderr.write(`${harmless(name ?? '')}: ${result.trouble.text}\n`);
  else streams.stdout.write(`${isFirst ? '' : '\n'}${reportLines(result, writer).join('\n')}\n`);
}

interface Out {
  readonly streams: Streams;
  readonly options: Options;
  readonly writer: Writer;
}

/** How far a long list is, on a terminal, where it does not stand among the answers. */
function progress(done: number, total: number, { stdout, stderr }: Streams): void {
  if (total < 2 || stderr.isTTY !== true || stdout.isTTY === true) return;
  stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`);
}

/** Resolves with the highest status. Rejects with a UsageError, or where a file cannot be read. */
export async function explain(
  { inputs: names, options }: { readonly inputs: readonly string[]; readonly options: Options },
  env: NodeJS.ProcessEnv,
  streams: Streams,
): Promise<ExitStatus> {
  const inputs = await readInputs(names, streams.stdin);
  if (inputs.length === 0) return exitStatus.error;
  const writer = await writerOf(options, isColoured(env, streams, options));
  const source = inputs.some(({ kind }) => kind === 'id') ? await sourceOf(env) : null;
  const queue = new PQueue({ concurrency: atOnce });
  let status: ExitStatus = exitStatus.good;
  let done = 0;
  const take = (one: Explained) => {
    write(one, { streams, options, writer }, done === 0);
    const own = statusOf(one);
    if (own > status) status = own;
    progress(++done, inputs.length, streams);
  };
  try {
    const jobs = inputs.map((input) => queue.add(() => explained(input, source, options.mask, writer)));
    for (const job of jobs) take(await job);
  } finally {
    source?.close();
  }
  return status;
}
