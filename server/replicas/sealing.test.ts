/** Names and values in the store: the same at every replica, and nothing to anybody else. */
import { expect, test } from 'vitest';
import { Sealing } from './sealing.ts';

const account = {
  appId: 'app-1',
  appSecret: 'a secret of Routee’s',
  apiUrl: 'https://api.example',
  authUrl: 'https://auth.example',
};
const sealing = new Sealing(account);
const plain = Buffer.from('{"to":"+306912345678"}');

/** What the form with number 1 stands for. Whoever must change these lines gives the form another number in sealing.ts. */
test('replicas of every version that uses this form find and read each other’s values', () => {
  expect(sealing.prefix).toBe('cascade:1:9gFsVIfBd_wiZ-Iwfg-QgD');
  expect(sealing.name('flow', 'id-1')).toBe('cascade:1:9gFsVIfBd_wiZ-Iwfg-QgD:flow:ue7IsJkYasNenfOA3Y85VN');
  const stored = Buffer.from('4UL+uuuRLADAuxpsOdRe0WD6y3oCVfFQGp2NCQ1dxJZ/SOFHu43qCO+fzqyxS5KPmp8=', 'base64');
  expect(sealing.open(sealing.name('flow', 'id-1'), 'f1', stored)?.toString()).toBe(plain.toString());
});

test('a value is read back under its name, with what stands beside it', () => {
  expect(sealing.open('a', 'f1', sealing.seal('a', 'f1', plain))).toEqual(plain);
});

test('the same text is another value each time, and holds nothing of it', () => {
  const [one, other] = [sealing.seal('a', 'f1', plain), sealing.seal('a', 'f1', plain)];
  expect(one).not.toEqual(other);
  expect(one.toString('latin1')).not.toContain('306912345678');
});

const changed = sealing.seal('a', 'f1', plain);
changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;

test.each([
  ['under another name', 'b', 'f1', sealing.seal('a', 'f1', plain)],
  ['with something else beside it', 'a', 'r1', sealing.seal('a', 'f1', plain)],
  ['changed by a bit', 'a', 'f1', changed],
  ['cut short', 'a', 'f1', sealing.seal('a', 'f1', plain).subarray(0, 20)],
  ['empty', 'a', 'f1', Buffer.alloc(0)],
  ['of no form at all', 'a', 'f1', Buffer.alloc(100, 'x')],
])('%s: not read', (_, name, beside, sealed) => {
  expect(sealing.open(name, beside, sealed)).toBeNull();
});

test.each([
  ['another secret', { appSecret: 'another' }],
  ['another application', { appId: 'app-2' }],
  ['another Routee', { apiUrl: 'https://staging.example' }],
])('%s: other names, and values that cannot be read', (_, other) => {
  const stranger = new Sealing({ ...account, ...other });
  expect(stranger.name('flow', 'id-1')).not.toBe(sealing.name('flow', 'id-1'));
  expect(stranger.prefix).not.toBe(sealing.prefix);
  expect(stranger.open('a', 'f1', sealing.seal('a', 'f1', plain))).toBeNull();
});
