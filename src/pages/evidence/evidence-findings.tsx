/** What does not add up, each with the fields that prove it. */
import type { Finding } from '#model/findings/finding.ts';
import { maskAddress } from '#model/masking/masking.ts';
import { pathText } from '#model/values/json.ts';
import { Panel } from '#ui/panel.tsx';
import { PhraseText } from '#ui/phrase.tsx';
import { useViewer } from '#ui/viewer.tsx';

/** So many fields prove a finding well enough on paper. */
const mostPaths = 8;

export function EvidenceFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { catalogue, format, masked } = useViewer();
  const texts = catalogue.evidence;
  const address = (value: string) => (masked ? maskAddress(value) : value);
  const paths = (finding: Finding) => {
    const shown = finding.paths.slice(0, mostPaths).map(pathText).join(', ');
    return finding.paths.length > mostPaths ? `${shown}, …` : shown;
  };
  return (
    <Panel title={texts.findings}>
      {findings.length === 0 ? (
        <p className="mt-2">{texts.noFindings}</p>
      ) : (
        <ul className="mt-2 grid gap-2">
          {findings.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity beyond their place
            <li key={index} className="break-inside-avoid wrap-anywhere">
              <b className="font-semibold">{catalogue.findingsPanel.colon(catalogue.findings.title[finding.code])}</b>{' '}
              <PhraseText phrase={catalogue.findings.sentence(finding, format, address)} />{' '}
              <span className="font-mono text-[11.5px] text-ink3">{texts.proof(paths(finding))}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
