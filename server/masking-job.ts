/** What runs in the masking worker (masking-pool.ts): a file of its own in the built gateway. */
import { move } from 'piscina';
import { type MaskedBytes, maskJsonBytes } from '#model/masking/json-bytes.ts';

/** Masks one answer; its bytes go back without being copied. */
export default function maskAnswer(bytes: Uint8Array): unknown {
  const masked: MaskedBytes = maskJsonBytes(bytes);
  return masked.ok ? move(masked.bytes) : masked.why;
}
