/** Greek verdicts and findings as sentences: number, gender and length. */
import Big from 'big.js';
import { expect, test } from 'vitest';
import type { Finding } from '#model/findings/finding.ts';
import type { Attempt, HeadingClause, SentenceClause } from '#model/readings/clauses.ts';
import { readStatus } from '#model/record/status.ts';
import { createFormat } from '../format.ts';
import { phraseText } from '../phrase.ts';
import { findings } from './findings.ts';
import { verdict } from './verdict.ts';

const format = createFormat({ language: 'el', zone: 'UTC' });
const channel = (name: 'Viber' | 'Sms') => ({ kind: 'known', name }) as const;
const viber = channel('Viber');
const sms = channel('Sms');
const attempt = (of: Attempt['channel'], name: string): Attempt => ({
  channel: of,
  status: readStatus(of, name),
  stepIndex: 0,
  inPart: false,
});

test.each<[HeadingClause, string]>([
  [{ kind: 'reached', by: attempt(sms, 'DELIVERED'), after: [], elsewhere: false }, 'Παραδόθηκε με SMS με την πρώτη.'],
  [
    { kind: 'reached', by: attempt(sms, 'DELIVERED'), after: [attempt(viber, 'EXPIRED')], elsewhere: false },
    'Παραδόθηκε με SMS, αφού το Viber έληξε.',
  ],
  [
    { kind: 'notReached', attempts: [attempt(viber, 'EXPIRED'), attempt(sms, 'UNDELIVERED')] },
    'Δεν παραδόθηκε: το Viber έληξε και το SMS δεν παραδόθηκε.',
  ],
  [{ kind: 'queued', late: null }, 'Σε αναμονή: δεν έχει σταλεί ακόμη τίποτα.'],
  [
    { kind: 'running', on: attempt(viber, 'QUEUED'), talking: false, late: null, after: [] },
    'Σε εξέλιξη: δοκιμάζεται το Viber.',
  ],
])('heading %#: %s', (clause, text) => {
  expect(verdict.heading(clause, format)).toBe(text);
});

test('headings of many tries keep to 120 characters', () => {
  const tries = Array.from({ length: 12 }, () => attempt(viber, 'UNDELIVERED'));
  const headings: HeadingClause[] = [
    { kind: 'notReached', attempts: tries },
    { kind: 'reached', by: attempt(sms, 'DELIVERED'), after: tries, elsewhere: false },
    { kind: 'running', on: attempt(sms, 'QUEUED'), talking: false, late: null, after: tries },
  ];
  const written = headings.map((clause) => verdict.heading(clause, format));
  expect(written.filter((text) => text.length > 120 || text.endsWith('…'))).toEqual([]);
  expect(written[1]).toContain('μετά από 12 αποτυχημένες προσπάθειες');
});

test.each<[SentenceClause, string]>([
  [
    { kind: 'deliveredAfter', channel: sms, parts: 1, seen: false, afterMs: 3773 },
    'Το SMS παραδόθηκε 3,8 δ μετά την αποστολή.',
  ],
  [
    { kind: 'deliveredAfter', channel: sms, parts: 2, seen: false, afterMs: null },
    'Και τα δύο τμήματα SMS παραδόθηκαν.',
  ],
  [{ kind: 'notNeeded', channels: [sms] }, 'Δεν χρειάστηκε το SMS.'],
  [{ kind: 'notNeeded', channels: [sms, viber] }, 'Δεν χρειάστηκαν το SMS και το Viber.'],
])('sentence %#', (clause, text) => {
  expect(phraseText(verdict.sentence(clause, format))).toBe(text);
});

test.each<[Finding, string]>([
  [
    {
      code: 'price-total-differs',
      sum: new Big('0.071'),
      total: new Big('0.036'),
      decimals: 3,
      explainedBy: { steps: [1], oneEach: false },
      severity: 'warning',
      paths: [],
      stepIndexes: [],
    },
    'Τα μηνύματα αθροίζουν 0,071, το totalPrice λέει 0,036: τόσο δίνει μόνο το βήμα 2.',
  ],
  [
    {
      code: 'parts-missing',
      channel: sms,
      missing: 1,
      first: [2],
      parts: 3,
      severity: 'warning',
      paths: [],
      stepIndexes: [],
    },
    'Από τα 3 τμήματα SMS λείπει το τμήμα 2.',
  ],
  [
    {
      code: 'parts-missing',
      channel: sms,
      missing: 2,
      first: [1, 2],
      parts: 3,
      severity: 'warning',
      paths: [],
      stepIndexes: [],
    },
    'Από τα 3 τμήματα SMS λείπουν τα τμήματα 1 και 2.',
  ],
])('finding %#', (finding, text) => {
  expect(phraseText(findings.sentence(finding, format, (value) => value))).toBe(text);
});
