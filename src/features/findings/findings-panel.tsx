/** What in the record does not add up: one sentence each; choosing one shows its evidence. Nothing for a clean flow. */
import { useState } from 'react';
import type { Finding, Severity } from '#model/findings/finding.ts';
import { maskAddress } from '#model/masking/masking.ts';
import type { Json } from '#model/values/json.ts';
import { Badge } from '#ui/badge.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { PhraseText } from '#ui/phrase.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { FindingEvidence } from './finding-evidence.tsx';
import { findingText } from './finding-text.ts';

interface FindingsPanelProps {
  readonly findings: readonly Finding[];
  /** The record they are about. */
  readonly json: Json;
  /** Place in `findings` of the chosen one; null for none. */
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
}

/** So many, or one more where it would be the only one left out: its row is no longer than the button. */
const shownAtFirst = 3;

export function FindingsPanel({ findings, json, selected, onSelect }: FindingsPanelProps) {
  const viewer = useViewer();
  const { catalogue, format } = viewer;
  const texts = catalogue.findingsPanel;
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const first = findings.length === shownAtFirst + 1 ? findings.length : shownAtFirst;
  const shown = all ? findings.length : Math.max(first, selected === null ? 0 : selected + 1);
  const left = findings.length - Math.min(shown, findings.length);
  const tone = toneOf(findings);
  return (
    <section
      aria-labelledby="findings-title"
      className={`flex items-start gap-x-3 rounded-xl border px-4 py-2.5 max-sm:flex-col ${panelLooks[tone]}`}
    >
      <h2 id="findings-title" className="mt-[5px] shrink-0">
        <span className="sr-only">{texts.title} </span>
        <Badge tone={tone}>{texts.count(findings.length, format)}</Badge>
      </h2>
      <div className="min-w-0 flex-1">
        <ul>
          {findings.slice(0, shown).map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity beyond their place
            <li key={index}>
              <div className="flex items-start">
                <FindingRow
                  finding={finding}
                  selected={index === selected}
                  onSelect={() => onSelect(index === selected ? null : index)}
                />
                <CopyButton
                  quiet
                  text={() => findingText(finding, viewer)}
                  label={texts.copy(catalogue.findings.title[finding.code])}
                />
              </div>
              {index === selected && <FindingEvidence paths={finding.paths} json={json} />}
            </li>
          ))}
        </ul>
        {(left > 0 || all) && findings.length > first && (
          <button
            type="button"
            aria-expanded={all}
            className="mt-1 cursor-pointer rounded px-2 text-[13px] font-medium text-ink2 underline"
            onClick={() => setAll(!all)}
          >
            {all ? texts.showFewer : texts.showAll(format.number(left))}
          </button>
        )}
      </div>
    </section>
  );
}

const panelLooks = { bad: 'border-bad bg-panel', warn: 'border-warn bg-panel', mute: 'border-line bg-panel' } as const;

/** As loud as the gravest of them. */
function toneOf(findings: readonly Finding[]): keyof typeof panelLooks {
  if (findings.some(({ severity }) => severity === 'problem')) return 'bad';
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'mute';
}

const signs: Readonly<Record<Severity, { sign: string; colour: string }>> = {
  info: { sign: 'i', colour: 'text-run' },
  warning: { sign: '!', colour: 'text-warn' },
  problem: { sign: '✕', colour: 'text-bad' },
};

interface FindingRowProps {
  readonly finding: Finding;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function FindingRow({ finding, selected, onSelect }: FindingRowProps) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.findings;
  const { sign, colour } = signs[finding.severity];
  const address = (value: string) => (masked ? maskAddress(value) : value);
  return (
    <button
      type="button"
      aria-pressed={selected}
      aria-expanded={selected}
      title={catalogue.findingsPanel.evidence}
      onClick={onSelect}
      className={`flex min-w-0 flex-1 cursor-pointer items-start gap-2 rounded-md px-2 py-1 text-left wrap-anywhere ${
        selected ? 'bg-line2 outline outline-line' : 'hover:bg-line2'
      }`}
    >
      <span aria-hidden="true" className={`w-3 shrink-0 text-center font-bold ${colour}`}>
        {sign}
      </span>
      <span className="min-w-0">
        <span className="sr-only">{texts.severity[finding.severity]} </span>
        <b className="font-semibold">{catalogue.findingsPanel.colon(texts.title[finding.code])}</b>{' '}
        <PhraseText phrase={texts.sentence(finding, format, address)} />
      </span>
    </button>
  );
}
