/** How the program writes: the catalogue of a language, values of a zone, colours or none. */
import { styleText } from 'node:util';
import type { Catalogue } from '#texts/en.ts';
import { type Format, formatFor } from '#texts/format.ts';
import type { Options } from './arguments.ts';

export type Colour = 'green' | 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';

export interface Writer {
  readonly catalogue: Catalogue;
  readonly format: Format;
  readonly paint: (colour: Colour, text: string) => string;
}

export async function writerOf({ language, zone }: Options, coloured: boolean): Promise<Writer> {
  const catalogue = language === 'el' ? (await import('#texts/el.ts')).el : (await import('#texts/en.ts')).en;
  return {
    catalogue,
    format: formatFor({ language, zone }),
    paint: coloured ? (colour, text) => styleText(colour, text) : (_colour, text) => text,
  };
}

/** Nothing of a record's may move the cursor, ring, or turn the direction of reading round. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '\ufffd');
}
