/** The one file that knows the built app's drawing: loads it, and keeps what it costs within bounds. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { FastifyBaseLogger } from 'fastify';
import type { Drawing, DrawingRequest } from '#contract/drawing.ts';

/** The drawing built into a file; null where there is none, as in development. */
export async function loadDrawing(file: string): Promise<Drawing | null> {
  if (!existsSync(file)) return null;
  const built: { readonly drawing: Drawing } = await import(pathToFileURL(file).href);
  return built.drawing;
}

/** Pages that wait for their turn at once; more get their outline. */
const mostWaiting = 24;
/** An event loop that comes so late has no time for drawings. `@fastify/under-pressure` would refuse requests instead. */
const longestLagMs = 500;
const lookEveryMs = 250;

export class Drawer {
  readonly #drawing: Drawing;
  readonly #log: FastifyBaseLogger;
  readonly #timer: NodeJS.Timeout;
  #lookedAt = performance.now();
  #lagMs = 0;
  #waiting = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(drawing: Drawing, log: FastifyBaseLogger) {
    this.#drawing = drawing;
    this.#log = log;
    this.#timer = setInterval(() => this.#look(), lookEveryMs).unref();
  }

  readonly headOf: Drawing['headOf'] = (url, settings) => this.#drawing.headOf(url, settings);
  readonly questionsOf: Drawing['questionsOf'] = (request) => this.#drawing.questionsOf(request);

  /** True while a page had better come as its outline. */
  get busy(): boolean {
    return this.#waiting >= mostWaiting || Math.max(this.#lagMs, this.#lateMs()) > longestLagMs;
  }

  /**
   * What was drawn, with the answers it was drawn from: none of them where the gateway is busy or the drawing fails. Null
   * where not even the outline can be drawn. One after the other, and other work has its turn between two of them.
   */
  async draw(
    request: DrawingRequest,
  ): Promise<{ readonly html: string; readonly state: DrawingRequest['state'] } | null> {
    const outline = { ...request, state: { ...request.state, answers: [] } };
    if (this.busy) return this.#drawn(outline);
    this.#waiting++;
    const before = this.#turn;
    const drawn = before.then(() => new Promise((resolve) => setImmediate(resolve))).then(() => this.#drawn(request));
    this.#turn = drawn.then(() => {
      this.#waiting--;
    });
    return (await drawn) ?? this.#drawn(outline);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #drawn(request: DrawingRequest) {
    try {
      return { html: this.#drawing.draw(request), state: request.state };
    } catch (error) {
      // The log's serializer leaves the message out: it may quote the record.
      this.#log.error({ err: error }, 'drawing failed');
      return null;
    }
  }

  #lateMs(): number {
    return performance.now() - this.#lookedAt - lookEveryMs;
  }

  #look(): void {
    this.#lagMs = Math.max(0, this.#lateMs());
    this.#lookedAt = performance.now();
  }
}
