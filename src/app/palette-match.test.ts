import { expect, test } from 'vitest';
import { matchesText } from './palette-match.ts';

test.each([
  ['', 'Go to Explore', true],
  ['  ', 'Go to Explore', true],
  ['expl', 'Go to Explore', true],
  ['EXPLORE go', 'Go to Explore', true],
  ['explode', 'Go to Explore', false],
  ['αρχικη', 'Μετάβαση στην αρχική σελίδα', true],
  ['αρχικής', 'Μετάβαση της ΑΡΧΙΚΗΣ σελίδας', true],
])('%j in %j: %s', (text, entry, found) => {
  expect(matchesText(text, [entry])).toBe(found);
});

test('words may stand in different texts of an entry', () => {
  expect(matchesText('failed 30830', ['30830fad-21ed', 'Failed'])).toBe(true);
});
