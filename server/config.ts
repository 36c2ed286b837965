/** The gateway's configuration: read from the environment once, checked, and typed. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { FlowLink } from '#contract/links.ts';
import { isLoopback, isRange, isWholeInternet } from './access/addresses.ts';
import { type ApiKey, readApiKeys } from './access/api-keys.ts';
import { ConfigError } from './config-error.ts';
import { type NameFindings, nameFindings } from './config-names.ts';
import { type Environment, fileNames, unreadable, withFiles } from './environment.ts';
import { linksFromFile } from './links-file.ts';

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
  z.refine(
    (items) => !items.some(isWholeInternet),
    'holds a range that is no network of your own but the internet: name the addresses, or ranges from /8 (IPv4) and /7 (IPv6) on',
  ),
);

/** Not every text that JavaScript takes for a number: 0x50, 1e3, Infinity, 007. */
const numberText = z.pipe(
  z.string(),
  z.transform((text) => (/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN)),
);

function within(from: number, to: number) {
  const message = `must be a number from ${from} to ${to}`;
  return z.number(message).check(z.minimum(from, message), z.maximum(to, message));
}

function number(from: number, to: number, fallback: number) {
  return z.pipe(z._default(numberText, fallback), within(from, to));
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

function isHttpAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function isPostgresAddress(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

function isCacheAddress(text: string): boolean {
  // Said already.
  if (text === unreadable) return true;
  return URL.canParse(text) && ['redis:', 'rediss:'].includes(new URL(text).protocol) && new URL(text).hostname !== '';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function hasNoPath(text: string): boolean {
  return new URL(text).pathname === '/';
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
    webAddress.check(z.refine((text) => !isWebAddress(text) || hasNoPath(text), 'must be an address without a path')),
  ),
  BASE_PATH: z._default(
    z.pipe(
      z.string().check(z.regex(/^\/(?:[A-Za-z0-9_.~-]+\/?){0,8}$/, 'must be a path like /cascade')),
      z.transform((path) => path.replace(/\/$/, '')),
    ),
    '',
  ),
  LOG_LEVEL: z.optional(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
  ),
  METRICS_ADDRESS: ranges,
  METRICS_PORT: z.optional(
    z.pipe(numberText, within(1, 65535).check(z.refine(Number.isInteger, 'must be a whole number'))),
  ),
  COUNTRY: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code of two capitals, like GR'))),
  CURRENCY: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency code of three capitals, like EUR'))),
  ASSETS_BEFORE: z.optional(z.string().check(z.refine(isFolder, 'must be the path of a folder that can be read'))),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.optional(
    z.string().check(z.refine(isHttpAddress, 'must be an address like http://collector:4318')),
  ),
  LINKS_FILE: given,
  MASK: oneOf(['toggle', 'always', 'off'], 'toggle'),
  UNMASK_GROUP: given,
  OPENINGS_GROUP: given,
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
  API_KEYS: given,
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
  HISTORY: z.optional(z.string().check(z.regex(/^(?:off|memory|file:.+)$/, 'must be off, memory or file:FOLDER'))),
  HISTORY_URL: z.optional(
    z.string().check(z.refine(isPostgresAddress, 'must be an address like postgres://user@host/database')),
  ),
  CACHE_URL: z.optional(
    z.string().check(z.refine(isCacheAddress, 'must be an address like redis://host or rediss://user:password@host')),
  ),
  CACHE_TIMEOUT_SECONDS: number(0.005, 5, 0.08),
  HISTORY_DAYS: number(0.01, 3650, 30),
  HISTORY_MB: number(1, 1_048_576, 1024),
  CALLBACK_SECRET: z.optional(
    z
      .string()
      .check(
        z.refine(
          (text) => text === unreadable || /^[\w.~-]{32,200}$/.test(text),
          'must be 32 to 200 letters, digits, hyphens, points, _ or ~',
        ),
      ),
  ),
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
  /** As `Config.basePath`. */
  readonly basePath: string;
}

/** Where what the gateway sees is kept, and for how long. */
export interface HistorySettings {
  readonly store:
    | { readonly kind: 'memory' }
    | { readonly kind: 'folder'; readonly folder: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly keepMs: number;
  /** Of the kept records, compressed. */
  readonly mostBytes: number;
}

/** The Redis or Valkey that replicas share. */
export interface CacheSettings {
  readonly url: string;
  /** What a person may have to wait for it. */
  readonly askMs: number;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  /** Where on its host the app lies: '' at its root, else as `/cascade`. */
  readonly basePath: string;
  readonly logLevel: string;
  readonly metricsAddresses: readonly string[];
  /** A port of its own for `/metrics`; not there: it is on the same port as everything. */
  readonly metricsPort?: number;
  /** The collector of OpenTelemetry's that gets spans; not there: none are made. */
  readonly spansTo?: string;
  readonly currency: string | null;
  /** ISO 3166-1 alpha-2: whose numbers are meant where a number names no country; null where none is set. */
  readonly country: string | null;
  /** Links into other systems, in the order of the file. */
  readonly links: readonly FlowLink[];
  readonly mask: 'toggle' | 'always' | 'off';
  /** People outside it get masked answers; null: nobody is asked for a group. */
  readonly unmaskGroup: string | null;
  /** People in it see who opened a flow; null: nobody does, and it is not kept. */
  readonly openingsGroup: string | null;
  readonly access: { readonly kind: 'local' } | ProxyAccess | OidcAccess;
  /** Not there: scripts have no keys. */
  readonly apiKeys?: readonly ApiKey[];
  /** Null: demo mode. */
  readonly routee: RouteeAccount | null;
  readonly limits: Limits;
  /** How long a page waits for its record before its outline goes out. */
  readonly pageWaitMs: number;
  /** Null: nothing is kept. */
  readonly history: HistorySettings | null;
  /** A folder with hashed files of other versions, absolute; null: there is none. */
  readonly assetsBefore: string | null;
  /** What replicas share; null: this gateway shares nothing. */
  readonly cache: CacheSettings | null;
  /** Stands in the address that Routee's callbacks are posted to; not there: none are taken. */
  readonly callbackSecret?: string;
}

/** Sets apart from the schema what holds between variables. */
function required(name: keyof Values, value: string | undefined, why: string): string {
  if (value === undefined) throw new ConfigError(`${name} is not set: ${why}.`);
  return value;
}

/** Names all that are missing at once. */
function allSet(values: Values, names: readonly (keyof Values)[], why: string): void {
  fail(names.filter((name) => String(values[name] ?? '') === '').map((name) => `${name} is not set: ${why}.`));
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
  allSet(values, ['PROXY_ADDRESS', 'PROXY_USER_HEADER'], why);
  return {
    kind: 'proxy',
    addresses: required('PROXY_ADDRESS', values.PROXY_ADDRESS.join() || undefined, why).split(','),
    userHeader: required('PROXY_USER_HEADER', values.PROXY_USER_HEADER, why).toLowerCase(),
    groupsHeader: values.PROXY_GROUPS_HEADER?.toLowerCase() ?? null,
  };
}

function oidcAccess(values: Values): OidcAccess {
  const need = (name: keyof Values, value: string | undefined) => required(name, value, 'ACCESS=oidc needs it');
  allSet(
    values,
    ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'SESSION_SECRET', 'PUBLIC_URL'],
    'ACCESS=oidc needs it',
  );
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
    basePath: values.BASE_PATH,
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

function openingsGroup(values: Values): string | null {
  if (values.OPENINGS_GROUP === undefined) return null;
  if (values.ACCESS === 'local') throw new ConfigError('OPENINGS_GROUP is set: it needs ACCESS=proxy or ACCESS=oidc.');
  if (historyStore(values) === null) throw new ConfigError('OPENINGS_GROUP is set: it needs HISTORY or HISTORY_URL.');
  if (values.ACCESS === 'proxy') {
    required('PROXY_GROUPS_HEADER', values.PROXY_GROUPS_HEADER, 'OPENINGS_GROUP is, and groups come from that header');
  }
  return values.OPENINGS_GROUP;
}

function keysOfScripts({ API_KEYS: text }: Values): readonly ApiKey[] | undefined {
  return text === undefined || text === unreadable ? undefined : readApiKeys(text);
}

/** Keeping personal data is a decision: nothing is kept unless it is said where. */
function historyStore({ HISTORY, HISTORY_URL }: Values): HistorySettings['store'] | null {
  if (HISTORY_URL !== undefined) {
    if (HISTORY !== undefined) throw new ConfigError('HISTORY and HISTORY_URL are both set: set one of them.');
    return { kind: 'postgres', url: HISTORY_URL };
  }
  if (HISTORY?.startsWith('file:')) return { kind: 'folder', folder: HISTORY.slice('file:'.length) };
  return HISTORY === 'memory' ? { kind: 'memory' } : null;
}

function history(values: Values): HistorySettings | null {
  const store = historyStore(values);
  if (store === null) return null;
  return {
    store,
    keepMs: values.HISTORY_DAYS * 24 * 3600 * 1000,
    mostBytes: Math.round(values.HISTORY_MB * 1024 * 1024),
  };
}

function cache({ CACHE_URL: url, CACHE_TIMEOUT_SECONDS: seconds }: Values): CacheSettings | null {
  return url === undefined ? null : { url, askMs: seconds * 1000 };
}

/** Whoever sets it means callbacks to be kept. */
function callbackSecret({ CALLBACK_SECRET }: Values, history: HistorySettings | null | undefined): string | undefined {
  if (CALLBACK_SECRET !== undefined && history === null) {
    throw new ConfigError(
      'CALLBACK_SECRET is set: it needs HISTORY or HISTORY_URL, which say where callbacks are kept.',
    );
  }
  return CALLBACK_SECRET;
}

/** What `read` gives; undefined, and a sentence more in `errors`, where it throws a ConfigError. */
function part<Value>(errors: string[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    errors.push(error.message);
    return undefined;
  }
}

/** Every variable of ours, `_FILE` twins included. */
export const variableNames: readonly string[] = [
  ...Object.keys(schema.shape),
  ...fileNames.map((name) => `${name}_FILE`),
];

/** Variables that look like ours and are not, and ours that mean nothing as things are set up: sentences, without values. */
export function configNotes(env: Environment): NameFindings {
  return nameFindings(env, variableNames);
}

function fail(errors: readonly string[]): void {
  if (errors.length > 0) throw new ConfigError([...new Set(errors)].join('\n'));
}

/** Every wrong value is a sentence in `errors`. */
function parsedValues(env: Environment, errors: string[]): Values | null {
  const { values, errors: unread } = withFiles(env);
  errors.push(...unread);
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const first = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0]);
    if (!first.has(name)) first.set(name, `${name} ${message}.`);
  }
  errors.push(...first.values());
  return null;
}

/**
 * The configuration that an environment gives. Empty variables count as not set, except where that would open a door.
 * Throws a ConfigError that lists everything that is wrong, a line each.
 */
export function readConfig(env: Environment): Config {
  const errors: string[] = [...configNotes(env).errors];
  const values = parsedValues(env, errors);
  if (values === null) {
    fail(errors);
    throw new ConfigError('The configuration cannot be read.');
  }
  const unmasking = part(errors, () => unmaskGroup(values));
  const openings = part(errors, () => openingsGroup(values));
  const people = part(errors, () => access(values));
  const account = part(errors, () => routee(values));
  const links = part(errors, () => linksFromFile(values.LINKS_FILE));
  const apiKeys = part(errors, () => keysOfScripts(values));
  const kept = part(errors, () => history(values));
  const callbacks = part(errors, () => callbackSecret(values, kept));
  if (values.METRICS_PORT === values.PORT) errors.push('METRICS_PORT is the same as PORT: it needs another number.');
  fail(errors);
  if (
    unmasking === undefined ||
    openings === undefined ||
    people === undefined ||
    account === undefined ||
    links === undefined ||
    kept === undefined
  ) {
    throw new ConfigError('The configuration cannot be read.');
  }
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? null,
    basePath: values.BASE_PATH,
    logLevel: values.LOG_LEVEL ?? (values.ACCESS === 'local' ? 'warn' : 'info'),
    metricsAddresses: values.METRICS_ADDRESS,
    ...(values.METRICS_PORT === undefined ? {} : { metricsPort: values.METRICS_PORT }),
    ...(values.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? {} : { spansTo: values.OTEL_EXPORTER_OTLP_ENDPOINT }),
    currency: values.CURRENCY ?? null,
    country: values.COUNTRY ?? null,
    links,
    mask: values.MASK,
    unmaskGroup: unmasking,
    openingsGroup: openings,
    access: people,
    ...(apiKeys === undefined ? {} : { apiKeys }),
    routee: account,
    pageWaitMs: values.PAGE_WAIT_SECONDS * 1000,
    history: kept,
    assetsBefore: values.ASSETS_BEFORE === undefined ? null : resolve(values.ASSETS_BEFORE),
    cache: cache(values),
    ...(callbacks === undefined ? {} : { callbackSecret: callbacks }),
    limits: {
      connectMs: values.ROUTEE_CONNECT_SECONDS * 1000,
      totalMs: values.ROUTEE_TIMEOUT_SECONDS * 1000,
      maxCalls: values.ROUTEE_MAX_CALLS,
      maxBytes: Math.round(values.ROUTEE_MAX_MB * 1024 * 1024),
      finishedMemoryMs: values.FINISHED_MEMORY_SECONDS * 1000,
    },
  };
}
