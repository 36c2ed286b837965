/** Records that contradict themselves, as the field hands them over, with neighbours: what is said of each, word by word. */
import { describe, expect, it } from 'vitest';
import { findings } from '#model/findings/findings.ts';
import { verdict } from '#model/readings/verdict.ts';
import { readFlow } from '#model/record/read-flow.ts';
import type { Json } from '#model/values/json.ts';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { phraseText } from '#texts/phrase.ts';

const format = createFormat({ language: 'en', zone: 'UTC' });
const noon = Date.parse('2026-11-20T12:00:00Z');
const at = (seconds: number) => new Date(noon + seconds * 1000).toISOString();

type Fields = { readonly [field: string]: Json };

const status = (name: string, seconds: number, detailedStatus?: string): Json => ({
  name,
  updatedDate: at(seconds),
  ...(detailedStatus === undefined ? {} : { reason: { detailedStatus } }),
});
const sms = (fields: Fields): Json => ({ type: 'Sms', order: 1, messageId: 's', createdAt: at(0), ...fields });
const viber = (fields: Fields): Json => ({ type: 'Viber', order: 1, trackingId: 'v', createdAt: at(0), ...fields });
const voice = (fields: Fields): Json => ({ type: 'Voice', order: 1, messageId: 'c', createdAt: at(0), ...fields });

function said(messages: readonly Json[], root: Fields = {}, now = noon + 3_600_000) {
  const record = { status: 'Succeeded', createdAt: at(0), updatedAt: at(6), messages: [...messages], ...root };
  const reading = readFlow(JSON.stringify(record));
  if (!reading.ok) throw new Error(reading.refusal.kind);
  const { heading, sentences } = verdict(reading.flow, now);
  const found = findings(reading.flow, now);
  return {
    heading: en.verdict.heading(heading, format),
    sentences: sentences.map((clause) => phraseText(en.verdict.sentence(clause, format))),
    codes: found.map(({ code }) => code),
    texts: found.map((finding) => phraseText(en.findings.sentence(finding, format, (to) => to))),
    severities: found.map(({ severity }) => severity),
  };
}

describe('a TTL that was not the cause', () => {
  it.each([
    [120, 120, '2 min', '2 h; 120 read as seconds would fit.'],
    [30, 30, '30 s', '30 min; 30 read as seconds would fit.'],
    [1, 3600, '1 h', '1 min; 1 read as hours would fit.'],
    [1200, 5, '5 s', '20 h: why is not in the record.'],
    [10, 1800, '30 min', '10 min: why is not in the record.'],
  ])('of %d min, expired after %d s', (ttl, seconds, after, rest) => {
    const { sentences, codes } = said([viber({ ttl, status: status('EXPIRED', seconds) })], {
      status: 'Failed',
      terminationChannel: 'Viber',
      updatedAt: at(seconds),
    });
    expect(sentences[0]).toBe(`Viber expired after ${after}, though its TTL is ${rest}`);
    expect(codes).toEqual(['expired-off-ttl']);
  });

  it('but one that was is', () => {
    const { sentences, codes } = said([viber({ ttl: 10, status: status('EXPIRED', 600.2) })], {
      status: 'Failed',
      terminationChannel: 'Viber',
      updatedAt: at(601),
    });
    expect([sentences, codes]).toEqual([['Viber ran out its 10 min TTL without delivery.'], []]);
  });
});

describe('parts', () => {
  const part = (number: number | null, of: number | null, name: string, seconds: number, smsId: string) =>
    sms({ part: number, parts: of, smsId, status: status(name, seconds) });
  it.each([
    ['by number', 1, 1],
    ['by smsId alone', null, null],
  ])('one part twice, %s: one part, delivered, later reported otherwise', (_how, number, of) => {
    const found = said([part(number, of, 'Delivered', 3, 'p1'), part(number, of, 'Undelivered', 5, 'p1')], {
      terminationChannel: 'Sms',
    });
    expect(found.heading).toBe('Doubtful: SMS later reported Undelivered. Reached by SMS on the first try.');
    expect(found.sentences).toEqual(['SMS was delivered 3 s after it was sent.']);
    expect(found.codes).toEqual(['reported-otherwise']);
  });

  it('a late receipt is no contradiction', () => {
    const found = said([part(1, 1, 'Undelivered', 3, 'p1'), part(1, 1, 'Delivered', 5, 'p1')]);
    expect(found.heading).toBe('Reached by SMS on the first try.');
  });

  it('a part without a receipt is a note, as are two', () => {
    const found = said([part(1, 2, 'Sent', 1, 'p1'), part(2, 2, 'Delivered', 4, 'p2')], { terminationChannel: 'Sms' });
    expect(found.heading).toBe('1 of 2 SMS parts arrived, 1 without a receipt.');
    expect([found.codes, found.severities]).toEqual([['receipt-missing'], ['info']]);
  });

  it('a missing part is never among all of them', () => {
    const found = said([part(1, 3, 'Delivered', 3, 'p1'), part(3, 3, 'Delivered', 4, 'p3')]);
    expect(found.heading).toBe('2 of 3 SMS parts arrived, 1 not in the record.');
    expect(found.sentences).toEqual(['2 of 3 SMS parts arrived; 1 is not in the record.']);
  });

  it('while it waits, what is delivered is told', () => {
    const found = said([part(1, 3, 'Delivered', 3, 'a'), part(2, 3, 'Delivered', 3, 'b'), part(3, 3, 'Sent', 1, 'c')], {
      status: 'InProgress',
    });
    expect(found.sentences[0]).toContain('2 of 3 parts are delivered');
  });
});

describe('status and reason', () => {
  it.each([
    [sms({ status: status('Delivered', 5, 'Unknown Number') }), 'SMS says Delivered, its reason Unknown Number'],
    [sms({ status: status('Delivered', 5, 'Expired') }), 'SMS says Delivered, its reason Expired'],
    [viber({ status: status('SEEN', 5, 'Not Viber User') }), 'Viber says SEEN, its reason Not Viber User'],
    [sms({ status: status('Undelivered', 5, 'Delivered') }), 'SMS says Undelivered, its reason Delivered'],
  ])('that exclude each other: %#', (message, clause) => {
    const found = said([message]);
    expect(found.heading).toBe(`Not clear: ${clause}.`);
    expect(found.codes).toContain('reason-contradicts-status');
    expect(found.codes).not.toContain('flow-status-mismatch');
  });
});

describe('times a zone apart', () => {
  it.each([
    [2, 'GR', '2 h', 'as Europe/Athens it agrees with latency'],
    [1, 'DE', '1 h', 'as Europe/Berlin it agrees with latency'],
    [3, 'TR', '3 h', 'as Europe/Istanbul it agrees with latency'],
    [5.5, 'IN', '5 h 30 min', 'as Asia/Kolkata it agrees with latency'],
    [2, 'IN', '2 h', 'without that it agrees with latency'],
    [-2, 'GR', '2 h', 'as Europe/Athens it agrees with latency'],
  ])('by %d h, in %s', (hours, country, by, says) => {
    for (const latency of [5, 5000]) {
      const found = said([sms({ country, latency, status: status('Delivered', hours * 3600 + 5) })], {
        terminationChannel: 'Sms',
      });
      expect(found.heading).toBe(`Doubtful: SMS times off by exactly ${by}. Reached by SMS on the first try.`);
      expect(found.sentences).toEqual(['SMS was delivered.']);
      expect(found.codes).toEqual(['zone-offset']);
      expect(found.texts[0]).toBe(
        `Times of SMS are off by exactly ${by}: ${says}. Probably one was written in local time.`,
      );
    }
  });

  it('but two hours that latency bears out are two hours', () => {
    const found = said([sms({ latency: 7_205_000, status: status('Delivered', 7205) })], { updatedAt: at(7206) });
    expect(found.sentences).toEqual(['SMS was delivered 2 h after it was sent.']);
  });
});

describe('calls that nobody is known to have heard', () => {
  it.each([
    ['machine_end_beep', 0, 'Answered by a machine: nobody has heard it.'],
    ['machine_start', 12, 'Answered by a machine: nobody has heard it.'],
    ['fax', 12, 'Answered by a machine: nobody has heard it.'],
    ['unknown', 12, 'The call was answered, but it is not known by whom.'],
    ['human', 0, 'The call lasted 0 s: nobody has heard it.'],
    ['human', 12, 'Reached by Voice on the first try.'],
    [null, 12, 'Reached by Voice on the first try.'],
  ])('answered by %s, for %d s', (answeredBy, duration, heading) => {
    const found = said([voice({ answeredBy, duration, status: status('Completed', 20) })], {
      terminationChannel: 'Voice',
    });
    expect(found.heading).toBe(heading);
    expect(found.codes).not.toContain('flow-status-mismatch');
    expect(found.codes.includes('call-unheard')).toBe(!heading.startsWith('Reached'));
  });
});

describe('a step that should have ended', () => {
  const stuck = (ttl: number | null, now: number) =>
    said([viber({ ttl, status: status('QUEUED', 0) })], { status: 'InProgress', updatedAt: at(0) }, noon + now);
  it('is overdue by its own TTL', () => {
    const found = stuck(0.5, 37 * 60_000);
    expect(found.heading).toBe('Overdue: Viber should have ended at 12:00:30.');
    expect(found.texts).toEqual([
      'Viber should have ended at 12:00:30, 36 min 30 s ago, when its TTL of 30 s was over.',
    ]);
  });

  it('not before, nor at once', () => {
    expect(stuck(0.5, 80_000).codes).toEqual([]);
    expect(stuck(60, 37 * 60_000).heading).toBe('Running: Viber is being tried.');
  });

  it('by Routee’s default where it names none', () => {
    expect(stuck(null, 37 * 60_000).texts[0]).toContain('Routee’s default TTL of 10 min');
  });
});

describe('what is not known stays so', () => {
  it('an unknown flow status is not “not reached”', () => {
    const found = said([viber({ status: status('FAILED', 3) })], { status: 'Archived' });
    expect(found.heading).toBe('The flow’s status “Archived” is not documented.');
  });

  it('no accusation is built on an unknown step status', () => {
    const found = said([sms({ status: status('DELIVRD', 3) })], { terminationChannel: 'Sms' });
    expect(found.codes).toEqual(['unknown-status']);
    expect(found.heading).toContain('DELIVRD');
  });

  it.each([
    [{}, 'Voice came back Terminated, probably for lack of balance, which Routee documents as this status’s cause.'],
    [{ statusCode: '1' }, 'Voice came back Terminated: the account’s balance was too low.'],
  ])('why a call was Terminated, with %j', (root, sentence) => {
    const found = said([voice({ status: status('Terminated', 3) })], { status: 'Failed', ...root });
    expect(found.sentences[0]).toBe(sentence);
  });
});

describe('recipients', () => {
  const pair = (first: string, second: string) =>
    said([
      sms({ to: first, status: status('Failed', 1) }),
      sms({ order: 2, messageId: 't', to: second, createdAt: at(2), status: status('Delivered', 5) }),
    ]);
  it('another number than the first try’s is in the heading', () => {
    const found = pair('+306900000001', '+306900000002');
    expect(found.heading).toBe('Reached another number by SMS, after SMS failed.');
    expect(found.severities[found.codes.indexOf('recipient-differs')]).toBe('problem');
  });

  it.each([
    ['+306900000001', '306900000001'],
    ['+306900000001', '00306900000001'],
    ['+3069xxxxxx01', '+30690*****01'],
    ['+306900000001', '+30690•••••01'],
    ['+30 690 000 0001', '+306900000001'],
  ])('%s and %s can be one number', (first, second) => {
    expect(pair(first, second).codes).not.toContain('recipient-differs');
  });
});
