/** What the emulator answers with, and Routee's ways of saying no. */
import type { ServerResponse } from 'node:http';
import { stringify } from 'lossless-json';

/** What goes over the wire. `cut` breaks the connection after half of the body, `hangUp` before a byte of the answer. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string;
      readonly delayMs?: number;
    }
  | { readonly kind: 'cut'; readonly body: string }
  | { readonly kind: 'hangUp' };

export const jsonHeaders = { 'content-type': 'application/json;charset=UTF-8' };

/** JSON text that keeps the digits of exact numbers. */
export function jsonText(value: unknown): string {
  return stringify(value) ?? 'null';
}

export function jsonAnswer(value: unknown, status = 200): Answer {
  return { kind: 'answer', status, headers: jsonHeaders, body: JSON.stringify(value) };
}

/** JSON that is text already. */
export function textAnswer(body: string): Answer {
  return { kind: 'answer', status: 200, headers: jsonHeaders, body };
}

/** Routee's error body (page "Errors"): `code` is the HTTP status, the module and a number. */
export function refusal(
  status: number,
  code: string,
  developerMessage: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = JSON.stringify({ code, developerMessage });
  return { kind: 'answer', status, headers: { ...jsonHeaders, ...headers }, body };
}

export const badRequest = (message: string) => refusal(400, '400000003', message);
export const noSuchFlow = () => refusal(404, '404005000', 'Tracking id not found');
export const tokenRefused = () => refusal(401, '401000000', 'Access token is missing, invalid or has expired');
export const roleMissing = () => refusal(403, '403000000', 'You are not authorized to access this resource');
export const tooManyRequests = (seconds: number) =>
  refusal(429, '429000001', 'Too many requests', { 'retry-after': String(seconds) });

/** Puts an answer on the wire. Delays must be over already. */
export function deliver(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return;
  switch (answer.kind) {
    case 'hangUp':
      response.socket?.destroy();
      return;
    case 'cut': {
      const bytes = Buffer.from(answer.body);
      response.writeHead(200, { ...jsonHeaders, 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length >>> 1), () => response.socket?.destroy());
      return;
    }
    case 'answer': {
      const bytes = Buffer.from(answer.body);
      response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
      response.end(bytes);
    }
  }
}
