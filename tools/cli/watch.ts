/** `cascade watch`: looks at a flow again and again until it has ended. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Options } from './arguments.ts';
import type { ExitStatus } from './exit-status.ts';
import { failureTrouble } from './failures.ts';
import { type Report, reportJson, reportLines } from './report.ts';
import { resultOf } from './result.ts';
import { sourceOf } from './source.ts';
import { isColoured, type Streams } from './streams.ts';
import { harmless, type Writer, writerOf } from './words.ts';

/** Replaces what it has shown on a terminal; elsewhere writes one after another. */
function screen({ stdout }: Streams) {
  let rows = 0;
  return (lines: readonly string[]): void => {
    if (stdout.isTTY === true && rows > 0) {
      const fits = rows < (stdout.rows ?? 24);
      stdout.write(fits ? `\u001b[${rows}A\u001b[J` : '\u001b[2J\u001b[H');
    }
    const columns = stdout.columns ?? 80;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours take no room
    const width = (line: string) => line.replace(/\u001b\[\d+m/g, '').length;
    rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / columns)), 0);
    stdout.write(`${lines.join('\n')}\n`);
  };
}

function linesOf(report: Report, { json }: Options, writer: Writer): string[] {
  return json ? [JSON.stringify(reportJson(report, writer))] : reportLines(report, writer);
}

/** Resolves when the flow has ended, or cannot be had. A failure that may pass is told, and asking goes on. */
export async function watch(
  { trackingId, options }: { readonly trackingId: string; readonly options: Options },
  env: NodeJS.ProcessEnv,
  streams: Streams,
): Promise<ExitStatus> {
  const writer = await writerOf(options, isColoured(env, streams, options));
  const source = await sourceOf(env);
  const show = screen(streams);
  const isLive = streams.stdout.isTTY === true && !options.json;
  let last = '';
  try {
    for (;;) {
      const answer = await source.flow(trackingId);
      const result = answer.ok
        ? resultOf(answer.text, trackingId, options.mask, writer)
        : { trouble: failureTrouble(answer.failure, writer) };
      if ('trouble' in result) {
        streams.stderr.write(`${harmless(trackingId)}: ${result.trouble.text}\n`);
        if (!result.trouble.passing) return result.trouble.status;
      } else {
        const isNew = answer.ok && answer.text !== last;
        last = answer.ok ? answer.text : last;
        if (isLive || isNew) show(linesOf(result, options, writer));
        if (!result.flow.running) return result.status;
      }
      await sleep(options.everyMs);
    }
  } finally {
    source.close();
  }
}
