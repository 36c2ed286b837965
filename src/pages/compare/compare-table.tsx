/** Rows of two values beside each other; those that differ are marked by a sign and a word, not by colour alone. */
import type { ReactNode } from 'react';
import { useViewer } from '#ui/viewer.tsx';

export interface CompareRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly a: ReactNode;
  readonly b: ReactNode;
  readonly differs: boolean;
}

interface CompareTableProps {
  readonly caption: string;
  readonly nameHead: string;
  readonly rows: readonly CompareRow[];
  readonly onlyDifferent: boolean;
}

export function CompareTable({ caption, nameHead, rows, onlyDifferent }: CompareTableProps) {
  const texts = useViewer().catalogue.compare;
  const shown = onlyDifferent ? rows.filter(({ differs }) => differs) : rows;
  if (shown.length === 0) return <p className="mt-2 text-[0.8125rem] text-ink3">{texts.nothingDiffers}</p>;
  const head = 'border-b border-line px-2 py-1.5 text-left font-medium text-ink3';
  return (
    <table className="mt-2 w-full table-fixed border-collapse text-[0.8125rem]">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${head} w-[24%] max-sm:w-[28%]`}>
            {nameHead}
          </th>
          <th scope="col" className={head}>
            {texts.first}
          </th>
          <th scope="col" className={head}>
            {texts.second}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, name, a, b, differs }) => (
          <tr key={key} className={differs ? 'bg-warn-soft/45' : ''}>
            <th
              scope="row"
              className="border-b border-line2 px-2 py-1.5 text-left align-top font-normal text-ink2 wrap-anywhere"
            >
              {differs && (
                <>
                  <span aria-hidden="true" className="mr-1 text-warn">
                    ≠
                  </span>
                  <span className="sr-only">{texts.differs}: </span>
                </>
              )}
              {name}
            </th>
            <td className="border-b border-line2 px-2 py-1.5 align-top wrap-anywhere">{a}</td>
            <td className="border-b border-line2 px-2 py-1.5 align-top wrap-anywhere">{b}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
