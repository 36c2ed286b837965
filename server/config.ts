/** The gateway's configuration: read from the environment once, checked, and typed. */
import * as z from 'zod/mini';
import { isLoopback, isRange } from './access/addresses.ts';
import { ConfigError } from './config-error.ts';
import { type Environment, withFiles } from './environment.ts';

const given = z.optional(z.string());
const list = z.pipe(
  z._default(z.string(), ''),
  z.transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
);
const ranges = list.check(
  z.refine((items) => items.every(isRange), 'must be IP addresses or ranges like 10.0.0.0/8, with commas between'),
);

function number(from: number, to: number, fallback: number) {
  const message = `must be a number from ${from} to ${to}`;
  return z.pipe(
    z.pipe(
      z._default(z.string(), String(fallback)),
      z.transform((text) => Number(text)),
    ),
    z.number(message).check(z.minimum(from, message), z.maximum(to, message)),
  );
}

function whole(from: number, to: number, fallback: number) {
  return number(from, to, fallback).check(z.refine(Number.isInteger, 'must be a whole number'));
}

function oneOf<const Word extends string>(words: readonly [Word, ...Word[]], fallback: NoInfer<Word>) {
  return z._default(z.enum(words, `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`), fallback);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return bare && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
}

const webAddress = z
  .string()
  .check(z.refine(isWebAddress, 'must be an https address (http only on this machine), without user, query or #'));
const address = (fallback: string) => z._default(webAddress, fallback);
const headerName = z.string().check(z.regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header'));

const schema = z.object({
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: whole(0, 65535, 4173),
  PUBLIC_URL: z.optional(
    webAddress.check(z.refine((text) => new URL(text).pathname === '/', 'must be an address without a path')),
  ),
  LOG_LEVEL: z.optional(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
  ),
  METRICS_ADDRESS: ranges,
  CURRENCY: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency code of three capitals, like EUR'))),
  MASK: oneOf(['toggle', 'always', 'off'], 'toggle'),
  UNMASK_GROUP: given,
  ACCESS: oneOf(['local', 'proxy', 'oidc'], 'local'),
  PROXY_ADDRESS: ranges,
  PROXY_USER_HEADER: z.optional(headerName),
  PROXY_GROUPS_HEADER: z.optional(headerName),
  OIDC_ISSUER: z.optional(webAddress),
  OIDC_CLIENT_ID: given,
  OIDC_CLIENT_SECRET: given,
  OIDC_GROUP: given,
  OIDC_GROUPS_CLAIM: z._default(z.string(), 'groups'),
  OIDC_SCOPE: z._default(z.string(), 'openid profile email'),
  SESSION_SECRET: z.optional(z.string().check(z.minLength(32, 'must have at least 32 characters'))),
  SESSION_HOURS: number(0.1, 168, 8),
  ROUTEE_APP_ID: given,
  ROUTEE_APP_SECRET: given,
  ROUTEE_API_URL: address('https://connect.routee.net'),
  ROUTEE_AUTH_URL: address('https://auth.routee.net'),
  ROUTEE_CONNECT_SECONDS: number(0.1, 60, 5),
  ROUTEE_TIMEOUT_SECONDS: number(0.5, 120, 15),
  ROUTEE_MAX_CALLS: whole(1, 256, 16),
  ROUTEE_MAX_MB: number(0.01, 256, 16),
  FINISHED_MEMORY_SECONDS: number(0, 3600, 30),
  PAGE_WAIT_SECONDS: number(0, 10, 0.3),
});
type Values = z.infer<typeof schema>;

export interface RouteeAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly apiUrl: string;
  readonly authUrl: string;
}

/** What one call to Routee may take, and how many there may be. */
export interface Limits {
  readonly connectMs: number;
  /** For the whole call: waiting for its turn, the token, every repetition. */
  readonly totalMs: number;
  readonly maxCalls: number;
  readonly maxBytes: number;
  readonly finishedMemoryMs: number;
}

export interface ProxyAccess {
  readonly kind: 'proxy';
  readonly addresses: readonly string[];
  readonly userHeader: string;
  readonly groupsHeader: string | null;
}

export interface OidcAccess {
  readonly kind: 'oidc';
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly group: string | null;
  readonly groupsClaim: string;
  readonly sessionSecret: string;
  readonly sessionSeconds: number;
  readonly publicUrl: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly logLevel: string;
  readonly metricsAddresses: readonly string[];
  readonly currency: string | null;
  readonly mask: 'toggle' | 'always' | 'off';
  /** People outside it get masked answers; null: nobody is asked for a group. */
  readonly unmaskGroup: string | null;
  readonly access: { readonly kind: 'local' } | ProxyAccess | OidcAccess;
  /** Null: demo mode. */
  readonly routee: RouteeAccount | null;
  readonly limits: Limits;
  /** How long a page waits for its record before its outline goes out. */
  readonly pageWaitMs: number;
}

/** Sets apart from the schema what holds between variables. */
function required(name: keyof Values, value: string | undefined, why: string): string {
  if (value === undefined) throw new ConfigError(`${name} is not set: ${why}.`);
  return value;
}

function routee(values: Values): RouteeAccount | null {
  if (values.ROUTEE_APP_ID === undefined && values.ROUTEE_APP_SECRET === undefined) return null;
  return {
    appId: required('ROUTEE_APP_ID', values.ROUTEE_APP_ID, 'ROUTEE_APP_SECRET is, and they go together'),
    appSecret: required('ROUTEE_APP_SECRET', values.ROUTEE_APP_SECRET, 'ROUTEE_APP_ID is, and they go together'),
    apiUrl: values.ROUTEE_API_URL,
    authUrl: values.ROUTEE_AUTH_URL,
  };
}

function proxyAccess(values: Values): ProxyAccess {
  const why = 'ACCESS=proxy needs it';
  return {
    kind: 'proxy',
    addresses: required('PROXY_ADDRESS', values.PROXY_ADDRESS.join() || undefined, why).split(','),
    userHeader: required('PROXY_USER_HEADER', values.PROXY_USER_HEADER, why).toLowerCase(),
    groupsHeader: values.PROXY_GROUPS_HEADER?.toLowerCase() ?? null,
  };
}

function oidcAccess(values: Values): OidcAccess {
  const need = (name: keyof Values, value: string | undefined) => required(name, value, 'ACCESS=oidc needs it');
  return {
    kind: 'oidc',
    issuer: need('OIDC_ISSUER', values.OIDC_ISSUER),
    clientId: need('OIDC_CLIENT_ID', values.OIDC_CLIENT_ID),
    clientSecret: need('OIDC_CLIENT_SECRET', values.OIDC_CLIENT_SECRET),
    scope: values.OIDC_SCOPE,
    group: values.OIDC_GROUP ?? null,
    groupsClaim: values.OIDC_GROUPS_CLAIM,
    sessionSecret: need('SESSION_SECRET', values.SESSION_SECRET),
    sessionSeconds: Math.round(values.SESSION_HOURS * 3600),
    publicUrl: need('PUBLIC_URL', values.PUBLIC_URL),
  };
}

function access(values: Values): Config['access'] {
  if (values.ACCESS === 'proxy') return proxyAccess(values);
  if (values.ACCESS === 'oidc') return oidcAccess(values);
  if (!isLoopback(values.HOST)) {
    throw new ConfigError(
      `HOST is ${values.HOST}: ACCESS=local listens on this machine alone (127.0.0.1, ::1, localhost). For others set ACCESS to proxy or oidc.`,
    );
  }
  return { kind: 'local' };
}

function unmaskGroup(values: Values): string | null {
  if (values.UNMASK_GROUP === undefined) return null;
  if (values.ACCESS === 'local') throw new ConfigError('UNMASK_GROUP is set: it needs ACCESS=proxy or ACCESS=oidc.');
  if (values.ACCESS === 'proxy') {
    required('PROXY_GROUPS_HEADER', values.PROXY_GROUPS_HEADER, 'UNMASK_GROUP is, and groups come from that header');
  }
  return values.UNMASK_GROUP;
}

/** The configuration that an environment gives. Empty variables count as not set. Throws a ConfigError on the first that is wrong. */
export function readConfig(env: Environment): Config {
  const parsed = schema.safeParse(withFiles(env));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? null,
    logLevel: values.LOG_LEVEL ?? (values.ACCESS === 'local' ? 'warn' : 'info'),
    metricsAddresses: values.METRICS_ADDRESS,
    currency: values.CURRENCY ?? null,
    mask: values.MASK,
    unmaskGroup: unmaskGroup(values),
    access: access(values),
    routee: routee(values),
    pageWaitMs: values.PAGE_WAIT_SECONDS * 1000,
    limits: {
      connectMs: values.ROUTEE_CONNECT_SECONDS * 1000,
      totalMs: values.ROUTEE_TIMEOUT_SECONDS * 1000,
      maxCalls: values.ROUTEE_MAX_CALLS,
      maxBytes: Math.round(values.ROUTEE_MAX_MB * 1024 * 1024),
      finishedMemoryMs: values.FINISHED_MEMORY_SECONDS * 1000,
    },
  };
}
