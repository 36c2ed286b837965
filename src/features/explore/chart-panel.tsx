/** The frame of a chart: title, a hint, the chart or the same as a table, or why there is nothing to see. */
import { type ReactNode, useId, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { usePartialText } from './partial.ts';

/** Of the drawings that stand side by side, in px. */
export const chartHeight = 164;

interface ChartPanelProps {
  readonly title: string;
  readonly hint?: string;
  /** What the drawing's colours stand for. */
  readonly legend?: readonly { readonly name: string; readonly colour: string }[];
  /** Height of the drawing, as high as it is without; the table may be taller, and scrolls. */
  readonly height?: number;
  readonly empty: boolean;
  /** Why there is nothing, where that can be told more closely. */
  readonly says?: string;
  readonly table: () => ReactNode;
  readonly children: ReactNode;
}

export function ChartPanel({ title, hint, legend = [], height, empty, says, table, children }: ChartPanelProps) {
  const texts = useViewer().catalogue.explore.charts;
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const partial = usePartialText();
  return (
    <section aria-labelledby={titleId} className="min-w-0 rounded-xl border border-line bg-panel px-4 py-3.5">
      <div className="flex min-h-[26px] flex-wrap items-center gap-x-3">
        <h2 id={titleId} className="text-[13px] font-[620]">
          {title}
        </h2>
        {legend.length > 0 && !asTable && !empty && (
          <ul key="legend" className="flex flex-wrap gap-x-3 text-[12px] text-ink2">
            {legend.map(({ name, colour }) => (
              <li key={name} className="inline-flex items-center gap-1.5">
                <i aria-hidden="true" className="block size-2.5 rounded-[2px]" style={{ background: colour }} />
                {name}
              </li>
            ))}
          </ul>
        )}
        {/* It grows to the right as more is loaded, so that nothing moves. */}
        {partial !== null && (
          <span key="share" className="text-[12px] font-medium whitespace-nowrap text-warn">
            {partial}
          </span>
        )}
        {partial === null && hint !== undefined && !asTable && !empty && (
          <span
            key="hint"
            className="min-w-0 flex-1 truncate text-right text-[12px] text-ink3 max-sm:hidden"
            title={hint}
          >
            {hint}
          </span>
        )}
        {!empty && (
          <span key="table" className="ml-auto">
            <Button size="small" pressed={asTable} title={texts.showTable(title)} onClick={() => setAsTable(!asTable)}>
              {texts.asTable}
            </Button>
          </span>
        )}
      </div>
      {asTable && !empty ? (
        <ScrollRegion label={title} className="mt-2 max-h-80 overflow-y-auto">
          {table()}
        </ScrollRegion>
      ) : (
        <div className="mt-2" style={{ height }}>
          {empty ? <p className="pt-6 text-center text-[13px] text-ink3">{says ?? texts.empty}</p> : children}
        </div>
      )}
    </section>
  );
}

interface ChartTableProps {
  readonly heads: readonly string[];
  /** How many columns from the left are texts; the others are numbers. */
  readonly texts: number;
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

export function ChartTable({ heads, texts, rows }: ChartTableProps) {
  const align = (place: number) => (place < texts ? 'text-left' : 'text-right');
  return (
    <table className="w-full border-collapse text-[12.5px]">
      <thead>
        <tr>
          {heads.map((head, place) => (
            <th
              key={head}
              scope="col"
              className={`sticky top-0 border-b border-line bg-panel px-2 py-1 font-medium text-ink3 ${align(place)}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, place) => (
              <td key={heads[place]} className={`border-b border-line2 px-2 py-1 whitespace-nowrap ${align(place)}`}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
