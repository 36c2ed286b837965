/** A list that another page hands over, in memory: it may be personal, so neither address nor history holds it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { keptText } from '#features/search/opened-texts.ts';
import { startLookup } from './lookup-store.ts';

/** Reads lists is code of its own, fetched with the first list. */
export const loadListReader = async () => (await import('#model/lookup/read-list.ts')).readList;

/** Starts the look-up of what this page was opened with; going back to it later starts nothing again. */
export function useHandedOver(): void {
  const client = useQueryClient();
  const { state, key } = useLocation();
  const started = useRef<string | null>(null);
  useEffect(() => {
    const handed = keptText(state);
    if (handed === null || handed === 'gone' || begun.has(key) || started.current === key) return;
    started.current = key;
    begun.add(key);
    void loadListReader().then((readList) => startLookup(client, readList(handed.text)));
  }, [client, state, key]);
}

/** Entries of this tab's history whose list was begun. */
const begun = new Set<string>();
