import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskJson } from '../masking/record.ts';
import { readSearchText } from './search-text.ts';
import { personalPart } from './telephone.ts';

/** Of mostly decimal digits and many zeros, as one in some thousand is. */
const digit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'00012369') },
  { weight: 1, arbitrary: fc.constantFrom(...'0123456789abcdef') },
);
const hex = (length: number) => fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
const uuid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'));
const numRuns = Number(process.env.RUNS ?? 3000);

test.each([
  '3cd2826d-b845-482c-bc28-aa0016455608',
  '00306912-3456-4789-8012-003069123456',
  '30691234-5678-4901-8234-306912345678',
])('the ID %s is nobody’s number', (id) => {
  expect(personalPart(id)).toBeNull();
});

test('no UUID is taken for a number: it stays in the address, is found, and is seen masked', () => {
  fc.assert(
    fc.property(uuid, (id) => {
      expect(personalPart(id)).toBeNull();
      expect(personalPart(`/flows/${id}/evidence`)).toBeNull();
      expect(readSearchText(id)).toEqual({ kind: 'one', trackingId: id });
      // Of a message's own ID no more is needed than which is which; digits in it are hidden when in doubt.
      expect(maskJson({ trackingId: id })).toEqual({ trackingId: id });
    }),
    { numRuns },
  );
});

test.each([
  'to00306912345678',
  '+30 691 234 5678',
  '3cd2826d-b845-482c-bc28-aa0016455608,+306912345678',
  'flow-00306912345678',
])('a number in %s is found', (text) => {
  expect(personalPart(text)).toMatchObject({ kind: 'number' });
});
