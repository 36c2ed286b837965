/** Answers and problems as bytes: what one replica writes, another of any version with the same form reads. */
import { expect, test } from 'vitest';
import { Problem } from '../problem.ts';
import { flowBytes, flowIn, problemBytes, problemIn } from './flow-values.ts';

const flow = { finished: true, ownId: 'id-1', asOf: 1_795_812_875_975, bytes: Buffer.from('{ "price": 0.0360 }\n') };
const routee = { status: 404, code: '404', developerMessage: 'No' };

test('an answer comes back with its bytes as they were', () => {
  expect(flowIn(flowBytes(flow))).toEqual(flow);
  const empty = { finished: false, ownId: null, asOf: 0, bytes: Buffer.alloc(0) };
  expect(flowIn(flowBytes(empty))).toEqual(empty);
});

/** Whoever must change this line gives the form another number in sealing.ts. */
test('the form with number 1', () => {
  const head = '{"finished":true,"ownId":"id-1","asOf":1795812875975}';
  expect(flowBytes(flow).toString('latin1')).toBe(
    `\0\0\0${String.fromCharCode(head.length)}${head}{ "price": 0.0360 }\n`,
  );
  expect(problemBytes(new Problem('not-found', 'Nothing.', { routee }))?.toString()).toBe(
    '{"code":"not-found","detail":"Nothing.","status":404,"routee":{"status":404,"code":"404","developerMessage":"No"}}',
  );
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a length beyond the end', Buffer.from([0, 1, 0, 0, 123])],
  ['no JSON', Buffer.from([0, 0, 0, 1, 123])],
  ['another JSON', Buffer.from('\0\0\0\x02{}')],
])('%s is no answer and no problem', (_, plain) => {
  expect(flowIn(plain)).toBeNull();
  expect(problemIn(plain)).toBeNull();
});

test('what Routee said comes back whole', () => {
  const extra = { routee, retryAfter: 7, received: '<html>' };
  const problem = problemIn(problemBytes(new Problem('rate-limited', 'Slowly.', extra)) ?? Buffer.alloc(0));
  expect(problem).toMatchObject({ code: 'rate-limited', message: 'Slowly.', status: 429, extra });
});

test.each([
  ['a connection that broke', new Problem('upstream-down', 'Gone.', { cause: 'reset' })],
  ['a time limit', new Problem('upstream-slow', 'Slow.')],
  ['a fault of ours', new Error('ours')],
])('%s is each replica’s own', (_, error) => {
  expect(problemBytes(error)).toBeNull();
});
