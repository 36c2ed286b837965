/** JSON under 200 that is no tracking record. */

import { jsonText } from '../http/answers.ts';
import { record, sms } from '../records/record-builder.ts';
import { jsonScenario, type Scenario } from './scenario.ts';

function scenario(
  [slug, trackingId, title, description]: readonly [string, string, string, string],
  value: () => unknown,
): Scenario {
  return jsonScenario({ slug, trackingId, title, description, group: 'Odd records', text: () => jsonText(value()) });
}

const flow = () => record({ steps: [sms({ at: 0.2 })] });

export const notRecords: readonly Scenario[] = [
  scenario(
    ['json-list', 'b4ea8822-4c48-4bd4-9e24-79da828ab1ad', 'A list instead of a record', 'A JSON list of two records.'],
    () => [flow(), flow()],
  ),
  scenario(
    [
      'json-error-body',
      'ecbefbf6-2b51-473f-8c63-e9705b3f061d',
      'An error body under 200',
      "Routee's error JSON, answered as if all were well.",
    ],
    () => ({
      code: '500017000',
      developerMessage: 'Unexpected error',
    }),
  ),
  scenario(
    [
      'json-search-page',
      '4ca1a773-08a1-4531-8bc5-19c504ef87a8',
      'A search page instead of a record',
      'A page of search results with one flow.',
    ],
    () => ({
      content: [flow()],
      totalPages: 1,
      totalElements: 1,
      number: 0,
      size: 10,
      numberOfElements: 1,
      first: true,
      last: true,
    }),
  ),
  scenario(
    [
      'json-send-answer',
      'c1dbf6b7-6004-4b13-bd30-c6ee9b9d5902',
      'An answer to sending',
      'What Routee answers when a flow is sent, without a list of messages.',
    ],
    () => ({
      trackingId: '7d1f0c52-3e1b-4b9e-9a55-0d9c6a1be210',
      status: 'Queued',
      createdAt: '2026-11-23T12:04:10.220Z',
      flow: [{ type: 'Sms', from: 'Brand', to: '+306912345678', order: 1, message: { text: 'Hello' } }],
    }),
  ),
  scenario(
    [
      'json-messages-not-a-list',
      '9070d1a8-1a40-4d8e-b7d2-84d8f36007dd',
      'Messages that are no list',
      'The field messages is an object.',
    ],
    () => ({
      ...flow(),
      messages: { 0: flow().messages[0] },
    }),
  ),
  scenario(
    ['json-empty-object', 'daba7d94-3416-4937-8b8c-b015007887cb', 'An empty object', 'Nothing but {}.'],
    () => ({}),
  ),
  scenario(['json-null', '6eab333f-7479-41d0-8b95-50d8ebf4c085', 'null', 'The JSON value null.'], () => null),
  scenario(
    ['json-text', 'ed47fb48-c9c5-479e-a392-e22d073a65a3', 'A text', 'A JSON text instead of an object.'],
    () => 'OK',
  ),
];
