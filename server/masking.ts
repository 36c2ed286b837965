/** Masks answers before they leave the gateway, for people who may not see recipients and texts. */
import { stringify } from 'lossless-json';
import { maskJson } from '#model/masking/record.ts';
import { parseJson } from '#model/values/json.ts';
import { Problem } from './problem.ts';
import { bodyText } from './routee/error-body.ts';
import type { Fetched } from './routee/read-answer.ts';

/** The same answer is masked once, however many ask for it. */
const done = new WeakMap<Buffer, Buffer>();

/** The answer's JSON, masked. What cannot be taken apart is not handed on at all. */
export function maskedBytes({ bytes }: Fetched): Buffer {
  const known = done.get(bytes);
  if (known !== undefined) return known;
  const masked = mask(bytes);
  done.set(bytes, masked);
  return masked;
}

function mask(bytes: Buffer): Buffer {
  const parsed = parseJson(bodyText(bytes));
  if (!parsed.ok) throw new Problem('upstream-unreadable', 'Routee’s answer cannot be masked, so it is not shown.');
  try {
    return Buffer.from(stringify(maskJson(parsed.value)) ?? 'null');
  } catch {
    throw new Problem('upstream-unreadable', 'Routee’s answer cannot be masked, so it is not shown.');
  }
}
