/** Flows as lines of a plain table, each of which leads to its flow. */
import { Link } from 'react-router';
import { flowAddress } from '#features/search/flow-address.ts';
import type { ColumnId } from '#model/explore/columns.ts';
import type { FlowRow } from '#model/explore/row.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { type CellContext, cell } from './cells.tsx';
import { fromResult } from './neighbours.ts';

interface PlainRowsProps {
  readonly rows: readonly FlowRow[];
  readonly columns: readonly ColumnId[];
  readonly context: CellContext;
  readonly label: string;
  readonly className?: string;
  readonly onOpen?: (trackingId: string) => void;
}

const head = 'border-b border-line px-3 py-1.5 text-left font-medium text-ink3 whitespace-nowrap';
const at = 'border-b border-line2 px-3 py-1.5 whitespace-nowrap';

export function PlainRows({ rows, columns, context, label, className = '', onOpen }: PlainRowsProps) {
  const texts = context.viewer.catalogue.explore;
  return (
    <ScrollRegion label={label} className={`rounded-xl border border-line bg-panel ${className}`}>
      <table className="w-full border-collapse text-[0.8125rem] tabular-nums">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={head}>
                {texts.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.trackingId ?? index} className="hover:bg-line2">
              {columns.map((column, place) => (
                <td key={column} className={at}>
                  {place > 0 || row.trackingId === null ? (
                    cell(row, column, context)
                  ) : (
                    <Link
                      to={flowAddress(row.trackingId)}
                      state={fromResult}
                      onClick={() => onOpen?.(row.trackingId ?? '')}
                      className="underline"
                    >
                      {cell(row, column, context)}
                      <span className="sr-only">{texts.table.open(row.trackingId)}</span>
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
