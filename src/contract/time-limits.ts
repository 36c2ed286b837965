/** How long app and gateway wait for each other. */

/** Milliseconds that the gateway waits for Routee where its configuration names none. */
export const usualAnswerLimitMs = 15_000;

/** For what the gateway does beside waiting: sign-in, masking, sending. */
const beyondGatewayMs = 15_000;

/**
 * Milliseconds after which the browser gives a call up: later than the gateway, which then says itself what went wrong.
 * `answerLimitMs` is the gateway's own limit on a call to Routee, as `/api/config` tells it.
 */
export function browserLimitMs(answerLimitMs: number): number {
  return answerLimitMs + beyondGatewayMs;
}
