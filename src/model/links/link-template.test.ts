import { describe, expect, test } from 'vitest';
import { toFlow } from '../flow/to-flow.ts';
import { readRecord } from '../record/record.ts';
import type { Json } from '../values/json.ts';
import { fillLink, type LinkValues, linkPlaces, placesOf, type TemplateFault, templateFault } from './link-template.ts';
import { flowLinkValues, stepLinkValues } from './link-values.ts';

const values: LinkValues = {
  trackingId: '30830fad-3d0f-4ec9-8d5a-1e4cb7b0a4b4',
  messageId: 'm/1',
  label: 'Autumn & co #1',
  applicationId: 'app',
  createdAt: '2026-11-20T12:00:00.000Z',
  to: '+306900000001',
};
const withLabel = (label: string): LinkValues => ({ ...values, label });

test.each<[string, TemplateFault['kind'] | null]>([
  ['https://a.example/', null],
  ['HTTPS://a.example/{trackingId}/{messageId}?l={label}#{createdAt}', null],
  ['http://10.0.0.1:3000/{to}', null],
  ['https://[::1]/{applicationId}', null],
  ['javascript:alert(1)', 'notWeb'],
  ['data:text/html,{label}', 'notWeb'],
  ['//a.example/{label}', 'notWeb'],
  ['https:a.example', 'notWeb'],
  ['', 'notWeb'],
  ['{to}', 'notWeb'],
  ['https://{to}/', 'placeInHost'],
  ['https://a.example:{label}/', 'notWeb'],
  ['https://a.example{to}', 'placeInHost'],
  ['https://{label}@a.example/', 'withUser'],
  ['https://user@a.example/', 'withUser'],
  ['https://a.example/{TrackingId}', 'unknownPlace'],
  ['https://a.example/{}', 'unknownPlace'],
  ['https://a.example/{__proto__}', 'unknownPlace'],
  ['https://a.example/{{to}}', 'brace'],
  ['https://a.example/}', 'brace'],
])('%s: %s', (template, fault) => {
  expect(templateFault(template)?.kind ?? null).toBe(fault);
});

describe('filling a template', () => {
  test('puts encoded values into their places, as often as they stand there', () => {
    const template = 'https://a.example/{trackingId}/{messageId}?l={label}&l2={label}&to={to}#{createdAt}';
    expect(fillLink(template, values)).toEqual({
      kind: 'link',
      host: 'a.example',
      href: `https://a.example/${values.trackingId}/m%2F1?l=Autumn%20%26%20co%20%231&l2=Autumn%20%26%20co%20%231&to=%2B306900000001#2026-11-20T12%3A00%3A00.000Z`,
    });
  });

  test('names what is missing, in the template’s order', () => {
    const none = { ...values, to: null, label: ' ' };
    expect(fillLink('https://a.example/{to}/{label}/{to}', none)).toEqual({ kind: 'missing', places: ['to', 'label'] });
  });

  const hostile = [
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    'javascript:alert(1)',
    '@evil.example',
    '//evil.example',
    '\\\\evil.example',
    '?admin=1#x',
    '&admin=1',
    '%2e%2e%2f',
    '../../admin',
    '$& $1 $`',
    '{to}',
    'a\r\nSet-Cookie: x=1',
    '\u0000\u202e\u2028',
    'ετικέτα 😀',
    '%',
    '!*()~',
  ];
  test.each(hostile)('%j stays one value at its place', (label) => {
    for (const template of [
      'https://a.example/x/{label}/y?z=1',
      'https://a.example/?q={label}&z=1#f',
      'https://a.example/#{label}',
    ]) {
      const filled = fillLink(template, withLabel(label));
      if (filled.kind !== 'link') throw new Error(filled.kind);
      const [url, plain] = [new URL(filled.href), new URL(fillTo(template, 'a'))];
      expect([url.origin, filled.host]).toEqual([plain.origin, 'a.example']);
      expect(url.pathname.split('/')).toHaveLength(plain.pathname.split('/').length);
      expect([...url.searchParams.keys()]).toEqual([...plain.searchParams.keys()]);
      expect(filled.href).toMatch(/^[A-Za-z0-9%:/?#&=._-]+$/);
      const where = template.includes('?q=') ? url.searchParams.get('q') : decoded(url, template);
      expect(where).toBe(label);
    }
  });

  test.each(['.', '..', '\ud800', 'x'.repeat(1001)])('%j as a folder is refused', (label) => {
    expect(fillLink('https://a.example/x/{label}/y', withLabel(label))).toEqual({ kind: 'unsafe', places: ['label'] });
  });

  test('dots that make a folder only together are refused too', () => {
    expect(fillLink('https://a.example/x/{label}./y', withLabel('.')).kind).toBe('unsafe');
    expect(fillLink('https://a.example/x/v{label}', withLabel('..')).kind).toBe('link');
  });

  test('knows the places of a template', () => {
    expect(placesOf('https://a.example/{to}/{label}?{to}')).toEqual(['to', 'label']);
    expect(placesOf(linkPlaces.map((name) => `{${name}}`).join(''))).toEqual([...linkPlaces]);
  });
});

const fillTo = (template: string, text: string) => template.replace('{label}', text);
const decoded = (url: URL, template: string) =>
  decodeURIComponent(template.includes('#{') ? url.hash.slice(1) : (url.pathname.split('/')[2] ?? ''));

describe('what a flow gives', () => {
  const message = (type: string, rest: { [name: string]: Json }): Json => ({
    type,
    order: 1,
    status: { name: 'Delivered' },
    createdAt: '2026-11-20T12:00:00Z',
    ...rest,
  });
  const flowOf = (...messages: Json[]) => {
    const reading = readRecord({ trackingId: 't', applicationId: 'app', createdAt: '2026-11-20T12:00:00Z', messages });
    if (!reading.ok) throw new Error(reading.refusal.kind);
    return toFlow(reading.record);
  };
  const viber = message('Viber', { trackingId: 'v', to: '+306900000001', label: 'autumn' });
  const sms = message('Sms', { messageId: 's', to: '+306900000001', label: 'winter', order: 2 });

  test('the heading has what all messages agree on, a card its own', () => {
    const flow = flowOf(viber, sms);
    expect(flowLinkValues(flow, false)).toMatchObject({
      trackingId: 't',
      messageId: null,
      label: null,
      to: '+306900000001',
    });
    const [, second] = flow.steps;
    expect(stepLinkValues(flow, second?.messages ?? [], false)).toMatchObject({ messageId: 's', label: 'winter' });
    expect(flowLinkValues(flow, false).createdAt).toBe('2026-11-20T12:00:00.000Z');
  });

  test('masked: no number, and no label that names one', () => {
    const flow = flowOf(message('Sms', { messageId: 's', to: '+306900000001', label: 'for 306900000001' }));
    expect(flowLinkValues(flow, true)).toMatchObject({ to: null, label: null, messageId: 's' });
    expect(flowLinkValues(flowOf(viber), true)).toMatchObject({ to: null, label: 'autumn' });
  });

  test.each(['+3069••••••01', '+3069xxxxxx01', '30690*****01'])('%s is nobody’s number', (to) => {
    expect(flowLinkValues(flowOf(message('Sms', { to })), false).to).toBeNull();
  });

  test('a record that says nothing gives nothing', () => {
    const reading = readRecord({ messages: [] });
    if (!reading.ok) throw new Error(reading.refusal.kind);
    expect(Object.values(flowLinkValues(toFlow(reading.record), false))).toEqual([null, null, null, null, null, null]);
  });
});
