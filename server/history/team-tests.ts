/** What must hold on each database of notes, pins, openings and shared views: run by store.test.ts, which opens them. */
import { describe, expect, test } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import type { Author } from './author.ts';
import { type Database, rowsOf, statement } from './database.ts';
import { forgetBefore, forgetBeyond, forgetFlow, forgetRecipient } from './forget.ts';
import { addNote, addPin, markedFlows, mostNotes, notesOf, pinOf, removeNote, removePin } from './notes.ts';
import { keptOf } from './observation.ts';
import { keepOpenings, openingsOf } from './openings.ts';
import { HistoryStore } from './store.ts';
import { addView, changeView, removeView, viewsFor } from './views.ts';

const ada: Author = { id: 'sub:1', name: 'Ada' };
const otherAda: Author = { id: 'sub:2', name: 'Ada' };
const machine: Author = { id: 'machine', name: null };
const at = Date.parse('2026-11-20T12:00:00Z');

async function keep(database: Database, trackingId: string, to = '+306912345678'): Promise<void> {
  const bytes = Buffer.from(JSON.stringify({ ...record({ steps: [sms({ at: 1, until: 5, to })] }), trackingId }));
  const kept = keptOf({ trackingId, bytes, source: 'page', seenAt: at });
  await new HistoryStore(database).keep(kept === null ? [] : [kept]);
}

export function noteTests(database: () => Database): void {
  describe('notes and pins', () => {
    const note = (trackingId: string, body: string, author = ada) =>
      addNote(database(), { trackingId, author, at, body });
    const pin = (trackingId: string, author = ada) =>
      addPin(database(), { trackingId, author, at, reason: 'Complaint', ticket: 'OPS-7' });
    const bodies = async (trackingId: string) =>
      (await notesOf(database(), trackingId, ada)).map(({ body, own }) => `${own ? 'own ' : ''}${body}`);

    test('notes are read in their order, and are their author’s by who it is and not by the name', async () => {
      await keep(database(), 'flow-1');
      const first = await note('flow-1', 'asked the operator');
      await note('flow-1', 'it was them', otherAda);
      await note('flow-1', 'κλειστό', machine);
      expect(await bodies('flow-1')).toEqual(['own asked the operator', 'it was them', 'κλειστό']);
      expect((await notesOf(database(), 'flow-1', otherAda)).map(({ author }) => author)).toEqual(['Ada', 'Ada', null]);
      const remove = (author: Author) => removeNote(database(), { trackingId: 'flow-1', id: Number(first), author });
      expect(await remove(otherAda)).toBe(false);
      expect(await remove(ada)).toBe(true);
      expect(await remove(ada)).toBe(false);
      expect(await bodies('flow-1')).toEqual(['it was them', 'κλειστό']);
    });

    test('nothing is added to a flow that is not kept, and no more notes than there is room for', async () => {
      expect(await note('flow-1', 'a')).toBe('notKept');
      expect(await pin('flow-1')).toBe('notKept');
      await keep(database(), 'flow-1');
      const fill = `insert into note (tracking_id, author, written_at, body) select 'flow-1', '', 1, 'a' from generate_series(1, $1::int)`;
      await database().run([statement(fill, mostNotes - 1)]);
      expect(await note('flow-1', 'a')).toBeGreaterThan(0);
      expect(await note('flow-1', 'b')).toBe('tooMany');
      expect(await bodies('flow-1')).toHaveLength(mostNotes);
    });

    test('a pin keeps its flow beyond days and size; whoever takes it off lets it go', async () => {
      for (const id of ['flow-1', 'flow-2']) await keep(database(), id);
      expect(await pin('flow-1')).toBeNull();
      expect(await pin('flow-1', otherAda)).toBe('taken');
      expect(await pinOf(database(), 'flow-1', otherAda)).toEqual({
        author: 'Ada',
        own: false,
        pinnedAt: at,
        reason: 'Complaint',
        ticket: 'OPS-7',
      });
      expect(await forgetBefore(database(), at + 1)).toBe(1);
      expect(await forgetBeyond(database(), 0)).toBe(0);
      expect(await removePin(database(), 'flow-1')).toBe(true);
      expect(await removePin(database(), 'flow-1')).toBe(false);
      expect(await forgetBefore(database(), at + 1)).toBe(1);
    });

    test('seeing a pinned flow again leaves it pinned', async () => {
      await keep(database(), 'flow-1');
      await pin('flow-1');
      await keep(database(), 'flow-1', '+306987654321');
      const [row] = await rowsOf(database(), 'select pinned from flow');
      expect(row?.pinned).toBe(true);
    });

    test('which flows are pinned and which have notes', async () => {
      for (const id of ['flow-1', 'flow-2', 'flow-3']) await keep(database(), id);
      await pin('flow-2');
      for (const id of ['flow-3', 'flow-2', 'flow-3']) await note(id, 'a');
      expect(await markedFlows(database())).toEqual({ pinned: ['flow-2'], noted: ['flow-3', 'flow-2'] });
    });

    test('a flow or recipient that is forgotten takes pin, notes and openings along, pinned or not', async () => {
      for (const id of ['flow-1', 'flow-2', 'flow-3']) {
        await keep(database(), id, id === 'flow-2' ? '+306900000002' : '+306900000009');
        await pin(id);
        await note(id, `about ${id}`);
        await keepOpenings(database(), [{ trackingId: id, person: ada.id, name: 'Ada', at }]);
      }
      await note('flow-3', 'wrote from 690 000 0002 first');
      await forgetFlow(database(), 'flow-1');
      await forgetRecipient(database(), '+306900000002');
      const left = await Promise.all(
        ['flow', 'pin', 'note', 'opening'].map((table) => rowsOf(database(), `select tracking_id from ${table}`)),
      );
      expect(left).toEqual(Array.from({ length: 4 }, () => [{ tracking_id: 'flow-3' }]));
      expect(await bodies('flow-3')).toEqual(['own about flow-3']);
    });
  });

  test('who opened a flow: the same half hour is one time, and it goes with its own age', async () => {
    const open = (person: string, minutes: number) => ({
      trackingId: 'flow-1',
      person,
      name: person,
      at: at + minutes * 60_000,
    });
    await keepOpenings(database(), [open('Ada', 0)]);
    await keepOpenings(database(), [open('Ada', 20), open('Grace', 20)]);
    await keepOpenings(database(), [open('Ada', 51)]);
    const told = async () =>
      (await openingsOf(database(), 'flow-1')).map(
        ({ person, firstAt, lastAt, times }) =>
          `${person} ${(firstAt - at) / 60_000}–${(lastAt - at) / 60_000} ×${times}`,
      );
    expect(await told()).toEqual(['Ada 0–51 ×2', 'Grace 20–20 ×1']);
    await forgetBefore(database(), at + 30 * 60_000);
    expect(await told()).toEqual(['Ada 0–51 ×2']);
  });
}

export function viewTests(database: () => Database): void {
  test('shared views: no name is taken twice, and only the owner changes a view', async () => {
    await database().run([statement('truncate saved_view')]);
    const add = (name: string, author: Author) => addView(database(), { name, search: '?status=Failed', author, at });
    expect(await add('Failed', ada)).toBeNull();
    expect(await add('Failed', otherAda)).toBe('taken');
    expect(await add('Failed', ada)).toBe('taken');
    expect(await add('all', otherAda)).toBeNull();
    const views = await viewsFor(database(), ada);
    expect(views.map(({ name, owner, own }) => [name, owner, own])).toEqual([
      ['all', 'Ada', false],
      ['Failed', 'Ada', true],
    ]);
    const id = views[1]?.id ?? 0;
    const change = (author: Author, name: string | null, search: string | null) =>
      changeView(database(), { id, author, at, name, search });
    expect(await change(otherAda, 'Mine', null)).toBe('notOwn');
    expect(await change(ada, 'all', null)).toBe('taken');
    expect(await change(ada, 'Failed today', '?range=today')).toBeNull();
    expect(await removeView(database(), id, otherAda)).toBe(false);
    expect((await viewsFor(database(), ada)).map(({ name, search }) => [name, search])).toEqual([
      ['all', '?status=Failed'],
      ['Failed today', '?range=today'],
    ]);
    expect(await removeView(database(), id, ada)).toBe(true);
    expect(await viewsFor(database(), ada)).toHaveLength(1);
  });
}
