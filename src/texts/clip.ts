/** Text of a record inside a sentence is cut to a length, so that a sentence stays one. */

/** At most `most` characters (code points), with an ellipsis as the last where something was cut. */
export function clip(text: string, most: number): string {
  const characters = [...text.slice(0, most * 2 + 2)];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** The last guard of a length that a sentence must keep. */
export function fitting(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
