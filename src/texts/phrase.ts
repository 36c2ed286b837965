/** Sentences that carry emphasis: a list of plain and strong pieces, drawn by `ui/phrase.tsx`. */

export type PhrasePart = string | { readonly strong: string };
export type Phrase = readonly PhrasePart[];

/** Marks a piece as the part of the sentence that matters. */
export function strong(text: string): PhrasePart {
  return { strong: text };
}

/** A phrase written as a template; values are texts, strong pieces or whole phrases. */
export function phrase(texts: TemplateStringsArray, ...values: readonly (PhrasePart | Phrase)[]): Phrase {
  const parts: PhrasePart[] = [];
  texts.forEach((text, index) => {
    if (text !== '') parts.push(text);
    const value = values[index];
    if (value === undefined || value === '') return;
    if (typeof value === 'string' || 'strong' in value) parts.push(value);
    else parts.push(...value);
  });
  return parts;
}

/** The same as plain text, for titles, copied text and screen readers. */
export function phraseText(parts: Phrase): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
}
