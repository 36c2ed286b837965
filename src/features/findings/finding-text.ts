/** A finding as plain text, for a ticket. Masked when the viewer masks. */
import type { Finding } from '#model/findings/finding.ts';
import { maskAddress } from '#model/masking/masking.ts';
import { phraseText } from '#texts/phrase.ts';
import type { Viewer } from '#ui/viewer.tsx';

/** Its title and its sentence, on one line. */
export function findingText(finding: Finding, { catalogue, format, masked }: Viewer): string {
  const address = (value: string) => (masked ? maskAddress(value) : value);
  const sentence = phraseText(catalogue.findings.sentence(finding, format, address));
  return `${catalogue.findingsPanel.colon(catalogue.findings.title[finding.code])} ${sentence}`;
}
