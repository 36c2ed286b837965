/**
 * What holds for any record, however strange. RUNS sets the number of cases (120 here, 10,000 by `npm run test:properties`).
 * A record that fails is printed as it was made: to shrink one of eight messages takes minutes.
 */
import { Big } from 'big.js';
import fc from 'fast-check';
import { stringify } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { findings } from '#model/findings/findings.ts';
import type { Flow } from '#model/flow/flow.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { latency } from '#model/readings/latency.ts';
import { price } from '#model/readings/price.ts';
import { timeline } from '#model/readings/timeline.ts';
import { verdict } from '#model/readings/verdict.ts';
import { fieldIds, fieldRows } from '#model/record/fields.ts';
import { readRecord, recordFits, recordSchema } from '#model/record/record.ts';
import { statusVocabulary } from '#model/record/status.ts';
import { isJsonObject, type Json, type JsonPath, parseJson, valueAt } from '#model/values/json.ts';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { phraseText } from '#texts/phrase.ts';

const numRuns = Number(process.env.RUNS ?? 120);
const now = Date.parse('2026-11-23T14:00:00Z');
const format = createFormat({ language: 'en', zone: 'UTC' });

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 6 });
const sometimesNull = <Value>(value: fc.Arbitrary<Value>) => maybe(fc.option(value, { nil: null, freq: 8 }));
const statuses = Object.values(statusVocabulary).flatMap((words) => [
  ...words.inProgress,
  ...words.delivered,
  ...words.notDelivered,
]);
const status = fc.oneof(
  fc.constantFrom(...statuses),
  fc.constantFrom('Parked', '', 'no_answer', 'EXPIRED'),
  fc.string(),
);
const time = fc
  .integer({ min: 0, max: 7_200_000 })
  .map((ms) => new Date(Date.parse('2026-11-23T12:00:00Z') + ms).toISOString());
const money = fc.integer({ min: 0, max: 200_000 }).map((units) => units / 10_000);
/** A value as documented, or in one of the spellings that other systems have for it. */
const oddTime = time.chain((iso) =>
  fc.constantFrom<Json>(
    iso,
    Date.parse(iso),
    String(Date.parse(iso)),
    iso.replace('T', ' ').replace('Z', ''),
    { $date: iso },
    { S: iso },
    '0001-01-01T00:00:00Z',
    '20/11/2026',
    '',
  ),
);
const often = <Value extends Json>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 6, arbitrary: usual as fc.Arbitrary<Json> }, { weight: 1, arbitrary: odd });
const oddNumber = fc.constantFrom<Json>(
  '1',
  '0,036',
  '1,234',
  'N/A',
  { $numberDecimal: '0.036' },
  { N: '2' },
  [3],
  1e300,
  -1,
  true,
);
const oddText = fc.constantFrom<Json>({ S: 'x' }, ['x'], { value: 'x' }, 'null', 7);
const oddFlag = fc.constantFrom<Json>('true', 0, '1', { BOOL: true }, 'maybe');
const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '<b>x</b>', '\u202etxt', 'javascript:alert(1)', ''));
const reason = fc.oneof(
  text,
  fc.constantFrom('Delivered', 'Unknown Number', 'Not Viber User', 'Expired', 'TTL Expired', 'Roaming', 'Timed Out'),
);
const address = fc.oneof(
  fc.constantFrom('+306912345678', '306912345678', '+3069xxxxxx78', '+3069xxxxx678', '+306900000002', 'Brand', ''),
  fc.record({ phone: text, sip: text, viber: text }),
);

const action = fc.record({ caption: text, targetUrl: text });
const viberBody = fc.record(
  {
    text,
    imageUrl: text,
    imageURL: text,
    action,
    viberAction: action,
    viberFile: fc.record({ fileName: text, fileType: text, fileUrl: text }),
    viberVideo: fc.record({ videoUrl: text, videoThumbnail: text, fileSize: fc.nat(50), duration: fc.nat(600) }),
    extra: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

const message: fc.Arbitrary<Json> = fc
  .record({
    type: sometimesNull(
      often(
        fc.constantFrom('Sms', 'Viber', 'Voice', 'SMS', 'Rcs', ''),
        fc.constantFrom<Json>('ViberOtp', { S: 'Sms' }),
      ),
    ),
    order: sometimesNull(often(fc.integer({ min: 1, max: 5 }), oddNumber)),
    failoverOnStatuses: sometimesNull(
      often(
        fc.array(status, { maxLength: 4 }),
        fc.constantFrom<Json>('Failed,Undelivered', { L: [{ S: 'Failed' }] }, 7, ['Failed', 1]),
      ),
    ),
    createdAt: sometimesNull(often(time, oddTime)),
    status: sometimesNull(
      often(
        fc.record({
          name: sometimesNull(status),
          status: maybe(status),
          reason: sometimesNull(fc.record({ detailedStatus: sometimesNull(reason), description: sometimesNull(text) })),
          updatedDate: sometimesNull(often(time, oddTime)),
          date: maybe(often(time, oddTime)),
          expireOnDelivery: maybe(fc.boolean()),
          expiredOnDeliveryAt: maybe(often(time, oddTime)),
        }) as fc.Arbitrary<Json>,
        fc.constantFrom<Json>(
          { value: 'Delivered', at: '2026-11-23T12:00:05Z' },
          { state: 'Sent', other: 1 },
          { 'com.example.Status': { name: 'Sent' } },
          'Delivered',
          ['EXPIRED'],
          { M: { name: { S: 'Sent' } } },
          '{"name":"Sent"}',
          5,
        ),
      ),
    ),
    from: sometimesNull(address),
    to: sometimesNull(address),
    country: sometimesNull(fc.constantFrom('GR', 'CY', 'gr', 'Greece', '')),
    price: sometimesNull(
      often(
        money,
        fc.oneof(
          oddNumber,
          fc.constantFrom<Json>({ amount: '0.036', currency: 'EUR' }, '0,036 €', 'EUR 0.036', { double: 0.5 }),
        ),
      ),
    ),
    smsId: sometimesNull(fc.constantFrom<Json>('p1', 'p2', 'p3', 12345)),
    operator: sometimesNull(often(text, oddText)),
    label: sometimesNull(often(text, oddText)),
    message: maybe(text),
    expireOnDelivery: sometimesNull(often(fc.boolean(), oddFlag)),
    inboundUrl: sometimesNull(text),
    templateId: sometimesNull(fc.constantFrom<Json>('t1', 7)),
    templateLang: sometimesNull(fc.constantFrom('el', '')),
    templateParams: sometimesNull(fc.dictionary(fc.constantFrom('pin', 'name', ''), text)),
    messageId: sometimesNull(fc.constantFrom('s1', 's2', '')),
    trackingId: sometimesNull(fc.constantFrom('v1', 'v2')),
    body: sometimesNull(fc.oneof(text, viberBody)),
    part: sometimesNull(fc.integer({ min: 0, max: 12 })),
    parts: sometimesNull(fc.integer({ min: 1, max: 12 })),
    latency: sometimesNull(often(fc.integer({ min: 0, max: 9000 }), oddNumber)),
    ttl: sometimesNull(often(fc.constantFrom(0.5, 1, 10, 120, 1200), oddNumber)),
    expiredOnDeliveryAt: sometimesNull(often(time, oddTime)),
    duration: sometimesNull(fc.integer({ min: 0, max: 600 })),
    answeredBy: sometimesNull(
      fc.constantFrom('human', 'machine', 'machine_end_beep', 'machine_start', 'fax', 'unknown'),
    ),
    added: maybe(fc.jsonValue()),
  })
  .map(plain);

const anyRecord: fc.Arbitrary<Json> = fc
  .record({
    trackingId: sometimesNull(fc.uuid()),
    messages: fc.array(message, { maxLength: 8 }),
    terminationChannel: sometimesNull(fc.constantFrom('Sms', 'Viber', 'Voice', 'Rcs')),
    status: sometimesNull(fc.constantFrom('Queued', 'InProgress', 'Succeeded', 'Failed', 'Lost', 'succeeded')),
    statusCode: sometimesNull(fc.constantFrom('', '0', '1', '2', '3', 2, '9')),
    totalPrice: sometimesNull(often(money, oddNumber)),
    originatingService: sometimesNull(text),
    applicationId: sometimesNull(fc.constantFrom<Json>('5b223c27e4b04b9cdaa71234', 7)),
    flowKind: sometimesNull(fc.constantFrom('transactional', '')),
    createdAt: sometimesNull(often(time, oddTime)),
    updatedAt: sometimesNull(often(time, oddTime)),
    added: maybe(fc.jsonValue()),
  })
  .map(plain);

describe('the generator', () => {
  it('makes every documented field, and every kind of note', () => {
    const made = fc.sample(anyRecord, { numRuns: 500, seed: 12 });
    const fields = new Set<string | null>();
    const notes = new Set<string>();
    for (const json of made) {
      const reading = readRecord(json);
      if (!reading.ok) continue;
      for (const { field } of fieldRows(reading.record)) fields.add(field);
      for (const { kind } of reading.record.notes) notes.add(kind);
    }
    // Objects have rows only where they come empty.
    const objects = /(?:messages|status|reason|action|Action|viberFile|viberVideo|templateParams)$/;
    expect(fieldIds.filter((field) => !objects.test(field) && !fields.has(field))).toEqual([]);
    expect([...notes].sort()).toEqual(
      expect.arrayContaining([
        'countrySpelling',
        'dynamodb',
        'listOfOne',
        'money',
        'mongodb',
        'noValue',
        'otp',
        'quoted',
        'statusAsText',
        'timeSpelling',
        'triggersAsText',
        'wrapped',
        'zoneAssumed',
      ]),
    );
  });
});

/** As JSON holds it: without fields that are undefined. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

function pathsOf(value: Json, path: JsonPath = []): JsonPath[] {
  const children = Array.isArray(value)
    ? value.map((item, index) => pathsOf(item, [...path, index]))
    : isJsonObject(value)
      ? Object.entries(value).map(([key, item]) => pathsOf(item, [...path, key]))
      : [];
  return [path, ...children.flat()];
}

function replaced(value: Json, path: JsonPath, change: (old: Json) => Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => (index === key ? (replaced(item, rest, change) ?? []) : [item]) as Json[]); // flattens a deleted item away
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const next = name === key ? replaced(item, rest, change) : item;
      return next === undefined ? [] : [[name, next]];
    }),
  );
}

interface Mutation {
  readonly pick: number;
  readonly kind: 'delete' | 'retype' | 'duplicate' | 'reorder' | 'oversize';
  readonly value: Json;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  pick: fc.nat(),
  kind: fc.constantFrom('delete', 'retype', 'duplicate', 'reorder', 'oversize'),
  value: fc.jsonValue().map(plain),
});

function mutate(json: Json, { pick, kind, value }: Mutation): Json {
  const paths = pathsOf(json).slice(1);
  const path = paths[pick % Math.max(1, paths.length)];
  if (path === undefined) return json;
  const changed = replaced(json, path, (old) => {
    switch (kind) {
      case 'delete':
        return undefined;
      case 'retype':
        return value;
      case 'duplicate':
        return Array.isArray(old) ? [...old, ...old] : [old, old];
      case 'reorder':
        return Array.isArray(old) ? [...old].reverse() : old;
      case 'oversize':
        return typeof old === 'number' ? old * 1e15 : 'x'.repeat(5000);
    }
  });
  return changed ?? {};
}

const mutated = fc
  .tuple(anyRecord, fc.array(mutation, { maxLength: 5 }))
  .map(([json, mutations]) => mutations.reduce(mutate, json));

function flowOf(json: Json) {
  const reading = readRecord(json);
  return reading.ok ? toFlow(reading.record) : null;
}

function leaves(value: Json, path: JsonPath = []): JsonPath[] {
  const inside = Array.isArray(value)
    ? value.map((item, index) => leaves(item, [...path, index]))
    : isJsonObject(value)
      ? Object.entries(value).map(([key, item]) => leaves(item, [...path, key]))
      : [];
  return inside.length === 0 ? [path] : inside.flat();
}

describe.each([
  ['a record', anyRecord],
  ['a record with up to five mutations', mutated],
  ['any JSON', fc.jsonValue().map(plain)],
])('%s', (_, arbitrary) => {
  const holds = (check: (json: Json) => void) =>
    fc.assert(fc.property(arbitrary, check), { numRuns, endOnFailure: true });

  it('is read without throwing, and so is its text', () => {
    holds((json) => {
      const reading = readRecord(json);
      expect(reading.ok || reading.refusal.kind !== undefined).toBe(true);
      const parsed = parseJson(stringify(json) ?? 'null');
      expect(parsed.ok).toBe(true);
    });
  });

  it('fits by the quick test only what fits the schema, and is then what the schema gives', () => {
    holds((json) => {
      // What has no list of messages is refused before either is asked.
      if (!isJsonObject(json) || !Array.isArray(json.messages) || !recordFits(json)) return;
      const parsed = recordSchema.safeParse(json);
      expect(parsed.success).toBe(true);
      expect(parsed.data).toEqual(json);
      const reading = readRecord(json);
      expect(reading.ok && [reading.record.fields, reading.record.notes]).toEqual([json, []]);
    });
  });

  it('is read into what the schema says, whatever stood there', () => {
    holds((json) => {
      const reading = readRecord(json);
      if (!reading.ok) return;
      const parsed = recordSchema.safeParse(reading.record.fields);
      expect(parsed.error?.issues ?? []).toEqual([]);
    });
  });

  it('loses no value: every leaf has a row, every set-aside value its problem', () => {
    holds((json) => {
      const reading = readRecord(json);
      if (!reading.ok) return;
      const rows = new Map(fieldRows(reading.record).map((row) => [JSON.stringify(row.path), row.value]));
      for (const path of leaves(json)) {
        // A list of plain values is one row.
        const list = rows.get(JSON.stringify(path.slice(0, -1)));
        const shown = Array.isArray(list) ? list[Number(path.at(-1))] : rows.get(JSON.stringify(path));
        expect(shown, JSON.stringify(path)).toEqual(valueAt(json, path));
      }
      for (const problem of reading.record.problems) {
        expect(valueAt(json, problem.path) ?? null).toEqual(problem.value);
      }
    });
  });

  it('puts every message in exactly one step', () => {
    holds((json) => {
      const flow = flowOf(json);
      if (flow === null) return;
      const indexes = flow.steps.flatMap((step) => step.messages.map((item) => item.index));
      const readable = flow.record.fields.messages.flatMap((item, index) => (item ? [index] : []));
      expect([...indexes].sort((a, b) => a - b)).toEqual(readable);
      expect(flow.steps.map((step) => step.index)).toEqual(flow.steps.map((_step, index) => index));
    });
  });

  it('adds prices up exactly', () => {
    holds((json) => {
      const flow = flowOf(json);
      if (flow === null) return;
      const reading = price(flow);
      const units = reading.steps.flatMap((step) => step.messages.flatMap((item) => item.price ?? []));
      const exact = units.reduce((sum, item) => sum + BigInt(item.times('1e40').toFixed(0)), 0n);
      if (reading.sum === null) expect(units).toEqual([]);
      else expect(BigInt(new Big(reading.sum).times('1e40').toFixed(0))).toBe(exact);
    });
  });

  it('orders intervals, and the four parts of the time add up', () => {
    holds((json) => {
      const flow = flowOf(json);
      if (flow === null) return;
      const drawn = timeline(flow, now);
      expect(drawn.start).toBeLessThanOrEqual(drawn.end);
      for (const row of drawn.rows) {
        for (const { intervals } of row.lanes) {
          intervals.forEach(({ from, to }, index) => {
            expect(from).toBeLessThanOrEqual(to);
            expect(from).toBeGreaterThanOrEqual(drawn.start);
            expect(to).toBeLessThanOrEqual(drawn.end);
            expect(from).toBeGreaterThanOrEqual(intervals[index - 1]?.to ?? from);
          });
        }
      }
      drawn.idleGaps.forEach(({ from, to }, index) => {
        expect(from).toBeLessThan(to);
        expect(from).toBeGreaterThanOrEqual(drawn.idleGaps[index - 1]?.to ?? from);
      });
      const { split } = latency(flow);
      if (split === null) return;
      const parts = [split.channelMs, split.ttlMs, split.handoverMs, split.otherMs];
      for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
      expect(parts.reduce((a, b) => a + b)).toBe(split.totalMs);
    });
  });

  it('has a verdict of one heading and at most three sentences, and findings that can be told', () => {
    holds((json) => {
      const flow = flowOf(json);
      if (flow === null) return;
      const { heading, sentences } = verdict(flow, now);
      const title = en.verdict.heading(heading, format);
      expect(title.length).toBeGreaterThan(0);
      expect(title.length).toBeLessThanOrEqual(120);
      expect(sentences.length).toBeLessThanOrEqual(3);
      for (const sentence of sentences) expect(phraseText(en.verdict.sentence(sentence, format))).not.toBe('');
      for (const finding of findings(flow, now)) {
        expect(phraseText(en.findings.sentence(finding, format, (value) => value))).not.toBe('');
        expect(finding.paths.length).toBeGreaterThan(0);
        for (const path of finding.paths) expect(valueAt(json, path), JSON.stringify(path)).toBeDefined();
      }
    });
  });
});

/**
 * Records close to real ones, with one thing odd: those made of anything seldom hold a delivery that could be claimed too
 * soon. Times are seconds after noon.
 */
const nearlyReal: fc.Arbitrary<Json> = fc
  .record({
    flow: fc.constantFrom('Succeeded', 'Failed', 'InProgress', 'Queued', 'Archived'),
    channel: fc.constantFrom('Sms', 'Viber', 'Voice'),
    name: fc.constantFrom(
      'Delivered',
      'DELIVERED',
      'SEEN',
      'Completed',
      'Expired',
      'Undelivered',
      'Sent',
      'InProgress',
      'Parked',
    ),
    reason: fc.option(fc.constantFrom('Delivered', 'Unknown Number', 'Expired', 'Roaming', 'Timed Out')),
    parts: fc.array(
      fc.record({ part: fc.integer({ min: 1, max: 4 }), name: fc.constantFrom('Delivered', 'Sent', 'Undelivered') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    total: fc.integer({ min: 1, max: 4 }),
    ttl: fc.constantFrom(null, 0.5, 2, 10, 120, 1200),
    lasts: fc.constantFrom(-7200, -12, 0, 5, 30, 120, 600, 1800, 7205, 19_805),
    latency: fc.constantFrom(null, 5, 5000),
    duration: fc.constantFrom(null, 0, 4),
    answeredBy: fc.constantFrom(null, 'human', 'machine_start', 'machine_end_beep', 'fax', 'unknown'),
    to: fc.constantFrom('+306900000001', '306900000001', '+306900000002'),
    next: fc.constantFrom(null, 'Delivered', 'Undelivered'),
    statusCode: fc.constantFrom(null, '1', '2'),
  })
  .map(({ flow, channel, parts, total, next, statusCode, lasts, ...one }) => {
    const at = (seconds: number) => new Date(Date.parse('2026-11-23T12:00:00Z') + seconds * 1000).toISOString();
    const first = (channel === 'Sms' ? parts : [{ part: 1, name: one.name }]).map(({ part, name }) => ({
      type: channel,
      order: 1,
      messageId: 'm1',
      part,
      parts: total,
      to: '+306900000001',
      ttl: one.ttl,
      latency: one.latency,
      duration: one.duration,
      answeredBy: one.answeredBy,
      createdAt: at(1),
      status: { name, updatedDate: at(1 + lasts), reason: one.reason === null ? null : { detailedStatus: one.reason } },
    }));
    const second = { type: 'Sms', order: 2, messageId: 'm2', to: one.to, createdAt: at(8000) };
    const sent = next === null ? [] : [{ ...second, status: { name: next, updatedDate: at(8004) } }];
    return plain({ status: flow, statusCode, createdAt: at(0), messages: [...first, ...sent] });
  });

describe('what the verdict says has its proof', () => {
  const reading = (json: Json) => {
    const flow = flowOf(json);
    if (flow === null) throw new Error('no record');
    return { flow, said: verdict(flow, now) };
  };
  const proven = (check: (found: ReturnType<typeof reading>) => void) =>
    fc.assert(
      fc.property(fc.oneof(nearlyReal, anyRecord), (json) => check(reading(json))),
      { numRuns, endOnFailure: true },
    );
  const full = (step: Flow['steps'][number]) =>
    ['delivered', 'expiredAfterDelivery'].includes(step.outcome.kind) && step.contradiction === null;

  it('the generator makes what could be told wrongly', () => {
    const made = fc.sample(nearlyReal, { numRuns: 2000, seed: 1 }).map(reading);
    const headings = new Set(made.map(({ said }) => said.heading.kind));
    for (const kind of [
      'reached',
      'partlyReached',
      'unheard',
      'deliveryDoubted',
      'notReached',
      'running',
      'statusUnknown',
    ])
      expect(headings, kind).toContain(kind);
    const sentences = new Set(made.flatMap(({ said }) => said.sentences.map(({ kind }) => kind)));
    for (const kind of [
      'ttlRanOut',
      'expiredOff',
      'someParts',
      'callUnheard',
      'contradicted',
      'deliveredAfter',
      'cameBack',
    ])
      expect(sentences, kind).toContain(kind);
    const doubts = new Set(made.flatMap(({ said }) => (said.heading.doubts ?? []).map(({ kind }) => kind)));
    for (const kind of ['clock', 'partCounts', 'reportedOtherwise', 'contradiction'])
      expect(doubts, kind).toContain(kind);
    expect(made.some(({ said }) => said.heading.kind === 'reached' && said.heading.elsewhere)).toBe(true);
  });

  it('reached: by a step that delivered all of the message, to a person as far as is known, and does not deny it', () => {
    proven(({ flow, said: { heading } }) => {
      const by =
        heading.kind === 'reached' || heading.kind === 'deliveredStillOpen' || heading.kind === 'failedThoughDelivered'
          ? [heading.by]
          : heading.kind === 'reachedTwice'
            ? heading.by
            : [];
      for (const { stepIndex } of by) {
        const step = flow.steps[stepIndex];
        expect(step !== undefined && full(step)).toBe(true);
        const content = step?.messages[0].content;
        if (content?.kind !== 'voice') continue;
        expect(content.durationS ?? 1).toBeGreaterThan(0);
        expect(content.answeredBy ?? 'human').toBe('human');
      }
    });
  });

  it('all parts: only where each number from 1 to the largest is there and delivered', () => {
    proven(({ flow, said }) => {
      for (const clause of said.sentences) {
        if (clause.kind !== 'deliveredAfter' || clause.parts < 2) continue;
        const step = flow.steps.find(
          (one) => one.parts.list.length === clause.parts && one.outcome.kind === 'delivered',
        );
        expect(step?.parts.total).toBe(clause.parts);
        expect(step?.parts.list.every(({ state }) => state === 'delivered')).toBe(true);
      }
    });
  });

  it('a part counts once: no more are told of than the record has numbers or ids for', () => {
    proven(({ flow }) => {
      for (const { parts, messages } of flow.steps) {
        const numbers = parts.list.flatMap(({ number }) => number ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(parts.list.flatMap(({ reports }) => reports)).toHaveLength(messages.length);
      }
    });
  });

  it('ran out its TTL: only where the step ended about then', () => {
    proven(({ flow, said }) => {
      for (const clause of said.sentences) {
        if (clause.kind !== 'ttlRanOut') continue;
        const near = flow.steps.some(
          ({ sentAt, endedAt, ttlMs, messages }) =>
            sentAt !== null &&
            endedAt !== null &&
            ttlMs === clause.ttlMs &&
            Math.abs(endedAt - Math.max(...messages.map(({ createdAt }) => createdAt ?? sentAt)) - ttlMs) <=
              Math.max(60_000, ttlMs / 10),
        );
        expect(near).toBe(true);
      }
    });
  });

  it('the balance: as a fact only by Routee’s code or reason', () => {
    proven(({ flow, said }) => {
      for (const clause of said.sentences) {
        if (clause.kind === 'noBalance' && clause.ground === 'statusCode') expect(flow.statusCode).toBe('1');
      }
    });
  });

  it('lengths: never negative, not a number, or of times that contradict each other', () => {
    proven(({ flow, said }) => {
      for (const clause of said.sentences) {
        for (const [name, value] of Object.entries(clause)) {
          if (name.endsWith('Ms') && value !== null) expect(value).toBeGreaterThanOrEqual(0);
        }
      }
      if (flow.reach === null) return;
      expect(flow.status.kind).not.toBe('failed');
      expect(flow.reach.at).toBeGreaterThanOrEqual(flow.createdAt ?? flow.reach.at);
      expect(flow.clockDoubts.filter(({ stepIndex }) => stepIndex === flow.reachedBy)).toEqual([]);
    });
  });

  it('contradictions: in the heading before anything else', () => {
    proven(({ flow, said: { heading } }) => {
      const doubts = heading.doubts ?? [];
      if (flow.clockDoubts.length > 0) expect(doubts.some(({ kind }) => kind === 'clock')).toBe(true);
      if (doubts.length > 0) expect(en.verdict.heading(heading, format)).toMatch(/^Doubtful: /);
    });
  });

  it('ended, running or not known: nothing is over whose status is not known', () => {
    proven(({ flow }) => {
      expect(flow.ended).toBe(flow.status.kind === 'succeeded' || flow.status.kind === 'failed');
      expect(flow.ended && flow.running).toBe(false);
      if (!flow.ended) expect(flow.endedAt).toBeNull();
    });
  });
});
