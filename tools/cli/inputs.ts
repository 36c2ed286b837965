/** What the words after `explain` stand for: records that are here, or tracking IDs to ask for. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text as allOf } from 'node:stream/consumers';
import { readFlow } from '#model/record/read-flow.ts';
import type { Refusal } from '#model/record/refusal.ts';

export type Input =
  | { readonly kind: 'id'; readonly trackingId: string }
  /** A record's own text. */
  | { readonly kind: 'record'; readonly text: string }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: Refusal | 'noId' };

/** As the gateway takes them. */
const idForm = /^[A-Za-z0-9_-]{1,128}$/;

const isJsonLike = (text: string) => /^[\s\uFEFF]*[[{"]/.test(text);

function ofId(name: string): Input {
  return idForm.test(name) ? { kind: 'id', trackingId: name } : { kind: 'refused', name, refusal: 'noId' };
}

/** Records where there are any; else a line each is an ID. */
function inputsInText(name: string, text: string): Input[] {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => line.replace(/^\uFEFF/, '').trim());
  const words = lines.filter((line) => line !== '');
  if (words.length > 0 && words.every((word) => idForm.test(word))) return words.map(ofId);
  const reading = readFlow(text);
  if (reading.ok) return [{ kind: 'record', text: reading.text }];
  if (reading.records.length > 0) return reading.records.map((record) => ({ kind: 'record', text: record.text }));
  if (!isJsonLike(text) && words.some((word) => idForm.test(word))) return words.map(ofId);
  return [{ kind: 'refused', name, refusal: reading.refusal }];
}

/** Rejects where a file cannot be read. `stdin` is read at most once. */
export async function readInputs(names: readonly string[], stdin: NodeJS.ReadableStream): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const name of names) {
    if (name === '-') inputs.push(...inputsInText(name, await allOf(stdin)));
    else if (existsSync(name) && !statSync(name).isDirectory()) {
      inputs.push(...inputsInText(name, await readFile(name, 'utf8')));
    } else inputs.push(ofId(name));
  }
  return inputs;
}
