/** Masks answers before they leave the gateway, for people who may not see recipients and texts. */
import { deepestNesting, type NotMasked } from '#model/masking/json-bytes.ts';
import type { MaskingPool } from './masking-pool.ts';
import { Problem } from './problem.ts';
import type { Fetched } from './routee/read-answer.ts';

/** Larger ones are masked anew for the next who asks, instead of being kept beside the answer itself. */
const rememberedBytes = 256 * 1024;

const why: Readonly<Record<NotMasked, string>> = {
  notJson: 'Routee’s answer cannot be masked, so it is not shown.',
  tooDeep: `Routee’s answer nests deeper than ${deepestNesting} levels. It cannot be masked, so it is not shown.`,
  tooLarge: 'Routee’s answer is too large when it is masked, so it is not shown.',
};

async function mask(bytes: Buffer, pool: MaskingPool): Promise<Buffer> {
  const masked = await pool.mask(bytes);
  if (!masked.ok) throw new Problem(masked.why === 'tooLarge' ? 'too-large' : 'upstream-unreadable', why[masked.why]);
  const { buffer, byteOffset, byteLength } = masked.bytes;
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The same answer is masked once for all who wait for it, and a small one once for all. */
export function answerMasking(pool: MaskingPool): (answer: Fetched) => Promise<Buffer> {
  const known = new WeakMap<Buffer, Promise<Buffer>>();
  return ({ bytes }) => {
    const found = known.get(bytes);
    if (found !== undefined) return found;
    const masked = mask(bytes, pool);
    known.set(bytes, masked);
    const forget = () => known.delete(bytes);
    masked.then((made) => made.length > rememberedBytes && forget(), forget);
    return masked;
  };
}
