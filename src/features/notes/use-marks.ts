/** Which flows colleagues have pinned or written notes to; none where the gateway keeps nothing, and until it has said. */
import { useQuery } from '@tanstack/react-query';
import { marksOptions } from '#api/notes-query.ts';
import { useConfig } from '#api/use-config.ts';
import { type Marks, noMarks } from '#model/explore/filters.ts';

export function useMarks(): Marks {
  const enabled = useConfig()?.history === true;
  return useQuery({ ...marksOptions(), enabled }).data ?? noMarks;
}
