/** Keys for scripts: they may read, nothing else. The configuration holds their hashes alone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { ConfigError } from '../config-error.ts';
import { Problem } from '../problem.ts';
import { routeKind } from '../routes/kind.ts';
import type { Access, MaskingRule, Person } from './access.ts';
import { Allowance } from './allowance.ts';

const keySchema = z.strictObject({
  /** As the log names it. */
  name: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)),
  /** Of the whole key, in lower-case hexadecimal digits. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  masked: z._default(z.boolean(), true),
  callsPerMinute: z._default(z.int().check(z.minimum(1), z.maximum(6000)), 60),
});
export type ApiKey = Readonly<z.infer<typeof keySchema>>;

const keysSchema = z.array(keySchema).check(z.minLength(1), z.maxLength(1000));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError('API_KEYS is no JSON.');
  }
}

const distinct = (values: readonly string[]) => new Set(values).size === values.length;

/** Reads the list of keys. Throws a ConfigError that says where it is wrong, and repeats nothing of it. */
export function readApiKeys(text: string): readonly ApiKey[] {
  const parsed = keysSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    const [index, field] = [path.find((key) => typeof key === 'number'), path.find((key) => typeof key === 'string')];
    const where = index === undefined ? '' : ` (key ${index + 1}${field === undefined ? '' : `, ${field}`})`;
    throw new ConfigError(`API_KEYS is no list of keys with name, sha256, masked and callsPerMinute${where}.`);
  }
  const keys = parsed.data;
  if (!distinct(keys.map(({ name }) => name))) throw new ConfigError('API_KEYS gives two keys the same name.');
  if (!distinct(keys.map(({ sha256 }) => sha256))) throw new ConfigError('API_KEYS holds one key twice.');
  return keys;
}

/** What sets our keys apart from tokens that a proxy may pass on in the same header. */
const keyForm = /^Bearer (cascade_[\w-]*)$/i;

function keyIn(request: FastifyRequest): string | null {
  return keyForm.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

interface Known {
  readonly key: ApiKey;
  readonly hash: Buffer;
  readonly allowance: Allowance;
}

/** The key that was presented; every hash is compared, so that time tells nothing. */
function knownKey(presented: string, known: readonly Known[]): Known | null {
  const hash = createHash('sha256').update(presented).digest();
  let found: Known | null = null;
  for (const one of known) if (timingSafeEqual(one.hash, hash)) found = one;
  return found;
}

function personOf({ key }: Known, { mask }: MaskingRule): Person {
  return { name: `key:${key.name}`, sub: null, masked: key.masked || mask === 'always', seesOpenings: false };
}

/**
 * `access`, and beside it scripts with a key, for GET below `/api`. A key is its own proof: it needs no proxy and no session.
 * `now`: milliseconds of a clock that never goes back.
 */
export function withApiKeys(
  access: Access,
  keys: readonly ApiKey[],
  rule: MaskingRule,
  now: () => number = () => performance.now(),
): Access {
  const known = keys.map((key) => ({
    key,
    hash: Buffer.from(key.sha256, 'hex'),
    allowance: new Allowance(key.callsPerMinute, now()),
  }));
  return {
    ...access,
    personOf: async (request, reply) => {
      const presented = keyIn(request);
      if (presented === null || routeKind(request) !== 'api') return access.personOf(request, reply);
      const found = knownKey(presented, known);
      if (found === null) throw new Problem('not-allowed', 'This key is not known.', { status: 401 });
      if (request.method !== 'GET') throw new Problem('not-allowed', 'A key may only read: GET.');
      const retryAfter = found.allowance.take(now());
      if (retryAfter === null) return personOf(found, rule);
      throw new Problem('rate-limited', 'This key has made too many calls.', { retryAfter });
    },
  };
}
