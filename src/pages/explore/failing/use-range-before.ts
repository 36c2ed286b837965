/** The flows of the range before this one, of the same length and filters, loaded when they are asked for. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type SearchCriteria, searchPageOptions } from '#api/search-options.ts';
import { type Filter, type Marks, passes } from '#model/explore/filters.ts';
import type { FlowRow } from '#model/explore/row.ts';

export interface RangeBefore {
  readonly rows: readonly FlowRow[];
  readonly loaded: number;
  readonly total: number | null;
  readonly state: 'idle' | 'loading' | 'done' | 'failed';
  readonly load: () => void;
}

/** As many pages as an ordinary day has; a longer range is told as the share it is. */
const mostPages = 50;
const atOnce = 4;

export function useRangeBefore(criteria: SearchCriteria, filters: readonly Filter[], marks: Marks): RangeBefore {
  const client = useQueryClient();
  const key = JSON.stringify([criteria, filters]);
  const [asked, setAsked] = useState<string | null>(null);
  const [found, setFound] = useState<Omit<RangeBefore, 'load'>>(nothing);
  const on = asked === key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for criteria and filters; what is marked meanwhile changes nothing
  useEffect(() => {
    if (!on) {
      setFound(nothing);
      return;
    }
    let stopped = false;
    const before = { ...criteria, from: criteria.from - (criteria.to - criteria.from), to: criteria.from };
    const pass = passes(filters, marks);
    const rows: FlowRow[] = [];
    let loaded = 0;
    const take = async (page: number) => {
      const answer = await client.fetchQuery(searchPageOptions(before, page));
      if (stopped) return answer;
      const some = answer.rows.filter((row) => row !== null);
      loaded += some.length;
      rows.push(...some.filter(pass));
      setFound({ rows: [...rows], loaded, total: answer.totalElements, state: 'loading' });
      return answer;
    };
    const load = async () => {
      const first = await take(0);
      const pages = Math.min(mostPages, first.totalPages ?? 1);
      let next = 1;
      const work = async () => {
        while (next < pages && !stopped) await take(next++);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      if (!stopped) setFound({ rows, loaded, total: first.totalElements, state: 'done' });
    };
    setFound({ ...nothing, state: 'loading' });
    load().catch(() => !stopped && setFound((now) => ({ ...now, state: 'failed' })));
    return () => {
      stopped = true;
    };
  }, [on, key, client]);
  return { ...found, load: () => setAsked(key) };
}

const nothing: Omit<RangeBefore, 'load'> = { rows: [], loaded: 0, total: null, state: 'idle' };
