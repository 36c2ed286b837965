/** The fields that prove a finding, with what the record says in each. */
import { useMemo } from 'react';
import { maskJson } from '#model/masking/record.ts';
import { isJsonNumber, type Json, type JsonPath, pathText, valueAt } from '#model/values/json.ts';
import { clip } from '#texts/clip.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { shownText } from '../look/visible-text.ts';

interface FindingEvidenceProps {
  readonly paths: readonly JsonPath[];
  readonly json: Json;
}

/** So many fields are listed; all of them are marked in the record. */
const most = 8;
const longest = 80;

/** Where the page shows the record. */
export const rawRecordId = 'raw-record';

export function FindingEvidence({ paths, json }: FindingEvidenceProps) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.findingsPanel;
  const shown = useMemo(() => (masked ? maskJson(json) : json), [json, masked]);
  return (
    <div className="mt-1 mb-1.5 ml-7">
      <dl
        aria-label={texts.evidenceTitle}
        className="grid gap-x-4 gap-y-0.5 font-mono text-[12px] sm:grid-cols-[auto_1fr]"
      >
        {paths.slice(0, most).map((path) => (
          <div key={pathText(path)} className="contents">
            <dt className="text-ink2 wrap-anywhere">{shownText(pathText(path), longest)}</dt>
            <dd className="wrap-anywhere max-sm:mb-1">{valueText(valueAt(shown, path))}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1.5 flex flex-wrap items-center gap-2 text-[12px] text-ink2">
        {paths.length > most && texts.moreEvidence(format.number(paths.length - most))}
        <Button size="small" onClick={() => document.getElementById(rawRecordId)?.scrollIntoView({ block: 'start' })}>
          {texts.toRecord}
        </Button>
      </p>
    </div>
  );
}

function valueText(value: Json | undefined): string {
  if (value === undefined) return '—';
  if (isJsonNumber(value)) return String(value);
  if (Array.isArray(value)) return shownText(clip(JSON.stringify(value), longest), longest);
  if (typeof value === 'object' && value !== null) return '{ … }';
  return shownText(clip(JSON.stringify(value), longest), longest);
}
