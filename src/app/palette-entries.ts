/** What the palette offers for a text: what the text itself holds, then actions, pages and recent flows of that name. */

import { useNavigate } from 'react-router';
import { gatewayNow } from '#api/clock.ts';
import { type RecentFlow, useRecentFlows } from '#features/recent/recent-flows.ts';
import { flowAddress, vouched } from '#features/search/flow-address.ts';
import { keepText } from '#features/search/opened-texts.ts';
import { recipientPath, wantNumber } from '#features/search/wanted-number.ts';
import { maskAddress } from '#model/masking/masking.ts';
import { readSearchText } from '#model/record/search-text.ts';
import { type KeyGroup, type KeyId, keyIds, keyTable } from '#ui/key-table.ts';
import { useKeyActions } from '#ui/keys.ts';
import { useViewer, type Viewer } from '#ui/viewer.tsx';
import { matchesText } from './palette-match.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly text: string;
  /** Beside the text, fainter. */
  readonly detail: string | null;
  /** The keys that do the same. */
  readonly keys: string | null;
  /** Where it leads to another page; the focus goes there. */
  readonly leads: boolean;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly value: string;
  readonly items: readonly PaletteEntry[];
}

type Go = (path: string, state?: unknown) => void;

const mostGiven = 20;
const mostRecent = 6;
/** Nobody opens a palette for these; they are found by name all the same. */
const foundOnly: ReadonlySet<KeyId> = new Set([
  'nextStep',
  'previousStep',
  'clearStep',
  'nextRow',
  'previousRow',
  'chooseRow',
]);

function flowEntry(trackingId: string, go: Go, { catalogue }: Viewer): PaletteEntry {
  return {
    id: `flow ${trackingId}`,
    text: catalogue.keysHelp.palette.openFlow(trackingId),
    detail: null,
    keys: null,
    leads: true,
    run: () => go(flowAddress(trackingId)),
  };
}

function givenEntries(text: string, go: Go, viewer: Viewer): PaletteEntry[] {
  const texts = viewer.catalogue.keysHelp.palette;
  const found = readSearchText(text);
  switch (found.kind) {
    case 'one':
      return [flowEntry(found.trackingId, go, viewer)];
    case 'many':
      return found.trackingIds.slice(0, mostGiven).map((id, place) => {
        const left = place === mostGiven - 1 ? found.trackingIds.length - mostGiven : 0;
        return { ...flowEntry(id, go, viewer), detail: left > 0 ? texts.moreIds(left, viewer.format) : null };
      });
    case 'record': {
      const run = () => go('/open', keepText({ text: found.text, fileName: null }));
      return [{ id: 'record', text: texts.readRecord, detail: null, keys: null, leads: true, run }];
    }
    case 'lookAlikes':
      return [flowEntry(found.trackingId, go, viewer)];
    case 'telephone':
      return found.numbers.slice(0, mostGiven).map((number) => recipientEntry(number, go, viewer));
    case 'digits':
      return [
        recipientEntry(found.digits, go, viewer),
        { ...flowEntry(found.digits, go, viewer), run: () => go(flowAddress(found.digits), vouched(found.digits)) },
      ];
    default:
      return [];
  }
}

function recipientEntry(number: string, go: Go, { catalogue, masked }: Viewer): PaletteEntry {
  const run = () => {
    wantNumber(number);
    go(recipientPath);
  };
  const shown = masked ? maskAddress(number) : number;
  return {
    id: `to ${number}`,
    text: `${catalogue.search.flowsTo} ${shown}`,
    detail: null,
    keys: null,
    leads: true,
    run,
  };
}

function recentEntry(recent: RecentFlow, go: Go, viewer: Viewer): PaletteEntry {
  const { trackingId, status, channels, seenAt } = recent;
  const { catalogue, format } = viewer;
  const chain = channels.map((name) => format.channelName(name === '' ? { kind: 'missing' } : { kind: 'other', name }));
  const facts = [
    status ?? catalogue.keysHelp.palette.noStatus,
    chain.join(' → '),
    format.relative(seenAt, gatewayNow()),
  ];
  const detail = facts.filter((fact) => fact !== '').join(' · ');
  return { ...flowEntry(trackingId, go, viewer), id: `recent ${trackingId}`, text: trackingId, detail };
}

function useActionGroups(text: string): (group: KeyGroup) => PaletteGroup {
  const { catalogue } = useViewer();
  const actions = useKeyActions();
  const texts = catalogue.keysHelp;
  const offered = (id: KeyId) => id !== 'palette' && (text.trim() !== '' || !foundOnly.has(id));
  return (group) => ({
    value: group === 'go' ? texts.palette.pages : texts.groups[group],
    items: keyIds
      .filter((id) => keyTable[id].group === group && offered(id))
      .flatMap((id) => {
        const action = actions.findLast((each) => each.id === id);
        if (action === undefined || !matchesText(text, [texts.names[id]])) return [];
        const keys = keyTable[id].keys[0] ?? null;
        return [{ id, text: texts.names[id], detail: null, keys, leads: group === 'go', run: action.run }];
      }),
  });
}

/** In the order of the list; groups without entries are left out. */
export function usePaletteGroups(text: string): readonly PaletteGroup[] {
  const viewer = useViewer();
  const navigate = useNavigate();
  const recent = useRecentFlows();
  const texts = viewer.catalogue.keysHelp.palette;
  const go: Go = (path, state) => void navigate(path, { state });
  const given = givenEntries(text, go, viewer);
  const actions = useActionGroups(text);
  const known = recent
    .filter(({ trackingId }) => !given.some(({ id }) => id === `flow ${trackingId}`))
    .map((flow) => recentEntry(flow, go, viewer))
    .filter((entry) => matchesText(text, [entry.text, entry.detail ?? '']))
    .slice(0, mostRecent);
  const groups = [
    { value: texts.given, items: given },
    actions('flow'),
    actions('explore'),
    actions('go'),
    { value: texts.recent, items: known },
    actions('everywhere'),
  ];
  return groups.filter(({ items }) => items.length > 0);
}
