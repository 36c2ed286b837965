/**
 * Names and values in the store that replicas share. Names are hashed and values encrypted with keys that follow from Routee's
 * credentials, so that the store, whoever reads or writes in it, learns nothing and can invent nothing: a value that was
 * changed, or put under another name, is not opened.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { RouteeAccount } from '../config.ts';

/**
 * The form of everything in the store. A version of Cascade that writes or reads any of it otherwise has the next number, and
 * then shares nothing with the version before: `sealing.test.ts` and `flow-values.test.ts` hold what this number stands for.
 */
const form = 1;
const [ivBytes, tagBytes] = [12, 16];

export class Sealing {
  readonly #names: Buffer;
  readonly #values: Buffer;
  /** Begins every name of this account. */
  readonly prefix: string;

  constructor({ appId, appSecret, apiUrl, authUrl }: RouteeAccount) {
    const key = (use: string) =>
      Buffer.from(hkdfSync('sha256', appSecret, appId, `cascade ${form} ${use} ${apiUrl} ${authUrl}`, 32));
    this.#names = key('names');
    this.#values = key('values');
    this.prefix = `cascade:${form}:${this.#hashed('account')}`;
  }

  #hashed(text: string): string {
    return createHmac('sha256', this.#names).update(text).digest('base64url').slice(0, 22);
  }

  /** The name for one thing of a kind, such as a tracking ID. */
  name(kind: string, id: string): string {
    return `${this.prefix}:${kind}:${this.#hashed(`${kind} ${id}`)}`;
  }

  /** A key for each name, so that no key has more values than random IVs are good for. */
  #key(name: string): Buffer {
    return createHmac('sha256', this.#values).update(name).digest();
  }

  /** `beside`: what stands beside the value in plain text and must not be changed either. */
  seal(name: string, beside: string, plain: Buffer): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key(name), iv, { authTagLength: tagBytes });
    cipher.setAAD(Buffer.from(`${name} ${beside}`));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** Null where the value was not sealed with this name, this text beside it and these credentials. */
  open(name: string, beside: string, sealed: Buffer): Buffer | null {
    if (sealed.length < ivBytes + tagBytes) return null;
    const iv = sealed.subarray(0, ivBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#key(name), iv, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(`${name} ${beside}`));
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
    } catch {
      return null;
    }
  }
}
