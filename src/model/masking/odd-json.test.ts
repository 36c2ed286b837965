import { expect, test } from 'vitest';
import { oddJson } from '#emulator/records/odd-json.ts';
import { maskJsonBytes } from './json-bytes.ts';
import { maskLooseText } from './record.ts';

test.each(oddJson)('$name is masked or refused', ({ bytes, isMasked }) => {
  const masked = maskJsonBytes(bytes);
  expect(masked.ok).toBe(isMasked);
  if (masked.ok) expect(new TextDecoder().decode(masked.bytes)).not.toMatch(/Maria|6912345678/);
});

test.each(oddJson)('$name: no number is left in the text', ({ bytes }) => {
  expect(maskLooseText(new TextDecoder().decode(bytes))).not.toContain('6912345678');
});
