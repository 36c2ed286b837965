/** What Routee, and the network before it, answer when things go wrong. */

import { type Answer, jsonHeaders, jsonText, refusal, textAnswer, tooManyRequests } from '../http/answers.ts';
import { record, sms, viber } from '../records/record-builder.ts';
import { faultScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  answer: Answer | ((call: number) => Answer),
): Scenario {
  return faultScenario({ slug, trackingId, title, description, group: 'When Routee fails', answer });
}

const html = { 'content-type': 'text/html' };

const text = (trackingId: string) =>
  jsonText(record({ trackingId, steps: [viber({ until: 600, status: 'EXPIRED' }), sms({ at: 600.4 })] }));

const unavailable: Answer = { kind: 'answer', status: 503, body: '' };
const badGateway: Answer = {
  kind: 'answer',
  status: 502,
  headers: html,
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>\r\n</html>\r\n',
};

export const faults: readonly Scenario[] = [
  scenario(
    ['fault-404', '0a0300c4-7b3b-4da8-a188-7ac43eeb98a5', 'Not found', 'Routee knows no flow of this ID.'],
    refusal(404, '404005000', 'Tracking id not found'),
  ),
  scenario(
    ['fault-400', '5e8c6d21-d2fe-4528-b26f-0d6d65744d76', 'Refused as malformed', "Routee refuses the ID's form."],
    refusal(400, '400000003', 'Validation Error. Invalid value for trackingId'),
  ),
  scenario(
    ['fault-401', '8454bf1b-c2da-40f2-9209-cfd3e5180838', 'Token refused', 'Routee refuses every token for this flow.'],
    refusal(401, '401000000', 'Access token is missing or has expired'),
  ),
  scenario(
    ['fault-403', '5da956dd-d49d-4172-b1f3-6ce5424cac35', 'Forbidden', 'The account may not read this flow.'],
    refusal(403, '403000000', 'You are not authorized to access this resource'),
  ),
  scenario(
    ['fault-409', '92c7b234-fc15-4635-988c-a7be8694c4cc', 'Conflict', 'Routee answers that the flow is in conflict.'],
    refusal(409, '409000000', 'The flow is being changed'),
  ),
  scenario(
    ['fault-429', '5a8db3a6-1908-4319-ac55-065c2affa6b6', 'Too many requests', 'Routee asks to wait for 30 seconds.'],
    tooManyRequests(30),
  ),
  scenario(
    [
      'fault-429-once',
      'cc56ac96-0562-406a-8b29-5a1f5e7959e0',
      'Too many requests, once',
      'Routee asks to wait for 1 second, once, and answers then.',
    ],
    (call) => (call === 1 ? tooManyRequests(1) : textAnswer(text('cc56ac96-0562-406a-8b29-5a1f5e7959e0'))),
  ),
  scenario(
    [
      'fault-500',
      'afc9571f-3e7e-4eed-8da1-12282ad2a3e0',
      'Server error',
      'Routee answers 500 with its own error JSON.',
    ],
    refusal(500, '500017000', 'Internal server error'),
  ),
  scenario(
    [
      'fault-502-html',
      'a811b9fd-48aa-44df-a0ac-035295a27162',
      'Bad gateway, as a web page',
      'A proxy before Routee answers 502 and HTML.',
    ],
    badGateway,
  ),
  scenario(
    [
      'fault-503',
      '9e184dcb-ed59-4782-9503-c2e76327783f',
      'Service unavailable',
      'A proxy before Routee answers 503 and nothing else.',
    ],
    unavailable,
  ),
  scenario(
    [
      'fault-503-twice',
      'f303c8c3-0f0a-47e1-a54c-dae04cc932bc',
      'Unavailable twice, then well',
      'Two calls are answered 503, the third with the flow.',
    ],
    (call) => (call <= 2 ? unavailable : textAnswer(text('f303c8c3-0f0a-47e1-a54c-dae04cc932bc'))),
  ),
  scenario(
    [
      'fault-html-200',
      'e0547653-3226-42f0-83d4-eafaf056ee29',
      'A web page under 200',
      'A proxy answers with a page to sign in.',
    ],
    {
      kind: 'answer',
      status: 200,
      headers: html,
      body: '<!doctype html><title>Sign in</title><form action="/login"><input name="user"></form>',
    },
  ),
  scenario(
    [
      'fault-cut-json',
      '3cd2826d-b845-482c-bc28-aa0016455608',
      'JSON cut off',
      'The JSON ends in the middle, though the answer is complete.',
    ],
    {
      kind: 'answer',
      status: 200,
      headers: jsonHeaders,
      body: text('3cd2826d-b845-482c-bc28-aa0016455608').slice(0, 700),
    },
  ),
  scenario(
    [
      'fault-broken-off',
      'baa54595-71d9-4f50-a515-36370786ab9a',
      'Connection broken off',
      'The connection breaks in the middle of the answer.',
    ],
    { kind: 'cut', body: text('baa54595-71d9-4f50-a515-36370786ab9a') },
  ),
  scenario(
    [
      'fault-hang-up',
      'f02bf750-ffb4-4025-acfc-c64c93fbf140',
      'Connection hung up',
      'The connection closes without an answer.',
    ],
    { kind: 'hangUp' },
  ),
  scenario(['fault-empty', '2a3e0ab9-a6de-42d1-9e21-d9fbecaca6a9', 'An empty answer', 'Status 200 and no body.'], {
    kind: 'answer',
    status: 200,
    headers: jsonHeaders,
    body: '',
  }),
  scenario(
    [
      'fault-slow',
      '29bd6536-8ad7-4e5c-b305-563d50ca7f0a',
      'Answers after 20 seconds',
      'The flow comes 20 seconds after it was asked for.',
    ],
    {
      kind: 'answer',
      status: 200,
      headers: jsonHeaders,
      body: text('29bd6536-8ad7-4e5c-b305-563d50ca7f0a'),
      delayMs: 20_000,
    },
  ),
];
