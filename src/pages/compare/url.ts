/** The address of a comparison, read back, and what of it a person chose. Defaults stay out of it. */
import { betweenPair, type Pair } from '#features/look/page-addresses.ts';

export interface CompareView {
  /** `start`: each timeline from its flow's start; `time`: both where they were. */
  readonly align: 'start' | 'time';
  readonly onlyDifferent: boolean;
}

const id = /^[\w-]{1,128}$/;

/** The two flows that the last part of an address names; null for anything else. Of three and more, the first two. */
export function readPair(text: string): Pair | null {
  const [first = '', second = ''] = text.split(betweenPair);
  return id.test(first) && id.test(second) ? { first, second } : null;
}

export function readCompareView(search: URLSearchParams): CompareView {
  return {
    align: search.get('align') === 'time' ? 'time' : 'start',
    onlyDifferent: search.get('only') === 'different',
  };
}

/** The same address with this view; what else stands in it (the zone) stays. */
export function withCompareView(search: URLSearchParams, { align, onlyDifferent }: CompareView): URLSearchParams {
  const changed = new URLSearchParams(search);
  changed.delete('align');
  changed.delete('only');
  if (align === 'time') changed.set('align', 'time');
  if (onlyDifferent) changed.set('only', 'different');
  return changed;
}
