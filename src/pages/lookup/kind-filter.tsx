/** What became of the rows, counted; each count shows only those. */
import type { LookupKind } from '#model/lookup/lookup.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface KindFilterProps {
  readonly counts: ReadonlyMap<LookupKind, number>;
  readonly kind: LookupKind | null;
  readonly onKind: (kind: LookupKind | null) => void;
}

const order: readonly LookupKind[] = [
  'found',
  'notFound',
  'notAnId',
  'refused',
  'unreadable',
  'failed',
  'cancelled',
  'asking',
  'waiting',
];

export function KindFilter({ counts, kind, onKind }: KindFilterProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.lookup;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{texts.filterBy}</legend>
      <Button size="small" pressed={kind === null} onClick={() => onKind(null)}>
        {texts.all} {format.number(all)}
      </Button>
      {order.flatMap((one) => {
        const count = counts.get(one) ?? 0;
        // The chosen one stays within reach when the last of its rows has become something else.
        if (count === 0 && one !== kind) return [];
        return (
          <Button
            key={one}
            size="small"
            pressed={kind === one}
            title={texts.meanings[one]}
            onClick={() => onKind(kind === one ? null : one)}
          >
            {texts.kinds[one]} {format.number(count)}
          </Button>
        );
      })}
    </fieldset>
  );
}
