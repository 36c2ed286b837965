/**
 * The generated set of flows. Which flows there are follows from the seed alone; how far each of them is follows from
 * its age. Only a few values per flow of the week are kept, and only once a filter asks for them: planning all 50,000 takes
 * seconds, so a search for a number plans only that number's flows. Records are built when they are asked for.
 */

import { matches, type Searchable, type SearchFilter, searchable } from '../http/search-filters.ts';
import type { RawRecord } from '../records/draft.ts';
import { record } from '../records/record-builder.ts';
import { type Plan, planOf, recipientOf } from './plan.ts';
import { numberOf, trackingIdOf } from './tracking-ids.ts';
import { createdAtOf, flowsPerWeek, type Place, placeOf, positionAt, weekOffsets } from './week.ts';

export interface GeneratedFlows {
  /** The record of a tracking ID as of `now`; null when the set has no such flow, or not yet. */
  byTrackingId(trackingId: string, now: number): RawRecord | null;
  /** Positions of the flows created from `start` on, before `end` and by `now` that pass all filters; newest first. */
  search(range: { start: number; end: number }, filters: readonly SearchFilter[], now: number): number[];
  recordAt(position: number, now: number): RawRecord;
  createdAt(position: number): number;
}

/** What filters ask of a flow once it has ended. */
interface Ended extends Searchable {
  /** Milliseconds after creation. */
  readonly endMs: number;
}

export function generatedFlows(seed: number): GeneratedFlows {
  let offsets: Uint32Array | undefined;
  const ended: (Ended | undefined)[] = [];
  const recipients: (string | undefined)[] = [];
  const typeLists = new Map<string, readonly string[]>();
  const theOffsets = () => {
    offsets ??= weekOffsets(seed);
    return offsets;
  };
  const planAt = (index: number) => planOf(seed, index, theOffsets()[index] ?? 0);
  const endedAt = (index: number) => {
    ended[index] ??= endedFlow(planAt(index), typeLists);
    return ended[index];
  };
  const recipientAt = (index: number) => {
    recipients[index] ??= recipientOf(seed, index);
    return recipients[index];
  };
  const recordOf = (place: Place, now: number) => {
    const createdAt = createdAtOf(place, theOffsets());
    return planRecord(planAt(place.index), trackingIdOf(placeNumber(place), seed), createdAt, now);
  };

  return {
    byTrackingId(trackingId, now) {
      const number = numberOf(trackingId, seed);
      if (number === null) return null;
      const place = { week: number >>> 16, index: number & 0xffff };
      if (place.index >= flowsPerWeek || createdAtOf(place, theOffsets()) > now) return null;
      return recordOf(place, now);
    },
    search(range, filters, now) {
      const from = positionAt(range.start, theOffsets());
      const to = positionAt(Math.min(range.end, now + 1), theOffsets());
      // A flow without messages passes "is not" whoever it is for.
      const wanted = filters.filter(({ field, operator }) => field === 'to' && operator !== 'is_not');
      const found: number[] = [];
      for (let position = to - 1; position >= from; position -= 1) {
        if (filters.length === 0 || passes(placeOf(position))) found.push(position);
      }
      return found;

      function passes(place: Place): boolean {
        if (wanted.length > 0 && !matchesRecipient(recipientAt(place.index), wanted)) return false;
        const flow = endedAt(place.index);
        const age = now - createdAtOf(place, theOffsets());
        if (flow.endMs <= age) return matches(flow, filters);
        return matches(searchable(recordOf(place, now)), filters);
      }
    },
    recordAt: (position, now) => recordOf(placeOf(position), now),
    createdAt: (position) => createdAtOf(placeOf(position), theOffsets()),
  };
}

/** Weeks since 1970 and flows of a week both fit 16 bits. */
function placeNumber({ week, index }: Place): number {
  return ((week << 16) | index) >>> 0;
}

function planRecord(plan: Plan, trackingId: string, createdAt: number, now: number): RawRecord {
  const asOf = Math.min((now - createdAt) / 1000, plan.silentAfterS);
  const sent = (moments: readonly number[]) => (moments[0] ?? Number.POSITIVE_INFINITY) <= asOf;
  const steps = plan.declaresUnsent ? plan.steps : plan.steps.filter((step) => sent(step.moments));
  return record({ ...plan.options, steps, trackingId, start: createdAt, asOf });
}

function matchesRecipient(recipient: string, filters: readonly SearchFilter[]): boolean {
  return matches({ status: '', terminationChannel: null, types: [], recipients: [recipient] }, filters);
}

/** `typeLists`: lists of types that are kept once for all flows. */
function endedFlow(plan: Plan, typeLists: Map<string, readonly string[]>): Ended {
  const types = plan.steps.map((step) => step.channel);
  const key = types.join();
  if (!typeLists.has(key)) typeLists.set(key, types);
  return {
    endMs: plan.endS * 1000,
    status: plan.status,
    terminationChannel: plan.endedBy,
    types: typeLists.get(key) ?? types,
    recipients: [plan.recipient],
  };
}
