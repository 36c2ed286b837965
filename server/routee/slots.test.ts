import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

const never = () => new AbortController().signal;

/** Work that ends when told to. */
function gate() {
  let open = () => {};
  const done = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { work: () => done, open: () => open() };
}

test('no more than so many at once, the others in the order they came', async () => {
  const slots = new Slots(2);
  const gates = [gate(), gate(), gate(), gate()];
  const begun: number[] = [];
  const runs = gates.map(({ work }, index) =>
    slots.run(never(), () => {
      begun.push(index);
      return work();
    }),
  );
  expect(begun).toEqual([0, 1]);
  gates[1]?.open();
  await runs[1];
  expect(begun).toEqual([0, 1, 2]);
  for (const { open } of gates) open();
  await Promise.all(runs);
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(slots.used).toBe(0);
});

test('a slot comes back from work that fails', async () => {
  const slots = new Slots(1);
  await expect(slots.run(never(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await slots.run(never(), async () => 7)).toBe(7);
});

test('who gives up waiting takes no slot', async () => {
  const slots = new Slots(1);
  const first = gate();
  const running = slots.run(never(), first.work);
  const controller = new AbortController();
  const waiting = slots.run(controller.signal, async () => 'never');
  controller.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  first.open();
  await running;
  expect(slots.used).toBe(0);
});

test('a line that is too long is refused', async () => {
  const slots = new Slots(1);
  const first = gate();
  const running = slots.run(never(), first.work);
  const waiting = Array.from({ length: 1000 }, () => slots.run(never(), async () => {}));
  await expect(slots.run(never(), async () => {})).rejects.toMatchObject({ code: 'rate-limited' });
  first.open();
  await Promise.all([running, ...waiting]);
});

test('fewer from now on: those under way go on, and nobody begins until there is room', async () => {
  const slots = new Slots(2);
  const gates = [gate(), gate(), gate()];
  const begun: number[] = [];
  let waited = 0;
  slots.onWaiting(() => waited++);
  const runs = gates.map(({ work }, index) => slots.run(never(), () => Promise.resolve(begun.push(index)).then(work)));
  expect([slots.used, slots.waiting, waited]).toEqual([2, 1, 1]);
  slots.setCap(0);
  gates[0]?.open();
  await runs[0];
  expect([slots.used, slots.waiting]).toEqual([1, 1]);
  slots.setCap(2);
  expect([slots.used, slots.waiting]).toEqual([2, 0]);
  for (const { open } of gates) open();
  await Promise.all(runs);
});
