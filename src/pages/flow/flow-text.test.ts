import { expect, test } from 'vitest';
import { scenarioNamed, scenarioRecord } from '#emulator/scenarios/catalogue.ts';
import { readFlow } from '#model/record/read-flow.ts';
import { el } from '#texts/el.ts';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { flowText } from './flow-text.ts';

const asOf = Date.parse('2026-11-27T12:00:00Z');
const link = 'https://cascade.example/flows/x';

function textOf(slug: string, language: 'en' | 'el', currency: string | null): string {
  const reading = readFlow(scenarioRecord(scenarioNamed(slug), 0) ?? '');
  if (!reading.ok) throw new Error(`${slug} is no record`);
  const catalogue = { en, el }[language];
  const viewer = { language, catalogue, format: createFormat({ language, zone: 'UTC' }), zone: 'UTC', masked: false };
  return flowText({ flow: reading.flow, now: asOf, asOf, link, currency, viewer });
}

test.each([
  ['en', 'EUR'],
  ['el', 'EUR'],
  ['en', null],
  ['el', null],
] as const)('every price in the %s text of a ticket has its currency (%s)', (language, currency) => {
  const text = textOf('three-channels-call-answered', language, currency);
  const suffix = { en: '(in the account’s currency)', el: '(στο νόμισμα του λογαριασμού)' }[language];
  const prices = text.split('\n').filter((line) => /price|κόστος|Κόστος/i.test(line));
  expect(prices.length).toBeGreaterThan(3);
  for (const line of prices) expect(line).toContain(currency ?? suffix);
  expect(text).not.toMatch(/null|undefined/);
});

test('a total price stays as it is written in the record', () => {
  expect(textOf('vendor-sample', 'en', 'EUR')).toContain('Total price: 0.036 EUR');
});
