/** The gateway's API as OpenAPI 3.1, made from what `src/contract` says of it. */
import * as z from 'zod/mini';
import { everywhere, type Operation, operations } from '#contract/api.ts';
import { problemMediaType, problemSchema } from '#contract/problem-body.ts';
import type { ProblemCode } from '#contract/problem-codes.ts';
import { problemKinds } from '#contract/problem-kinds.ts';
import { recordSchema } from '#model/record/record.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What has a name of its own in the document. */
const named = new Map<z.core.$ZodType, string>([
  [recordSchema, 'Record'],
  [problemSchema, 'Problem'],
]);

/** What a check of our own takes: numbers of a record may have more digits than a double, and IDs come as texts or numbers. */
function typesIn(schema: z.core.$ZodType): ('string' | 'number')[] {
  const examples = [
    ['string', 'x'],
    ['number', 1],
  ] as const;
  return examples.filter(([, value]) => z.safeParse(schema, value).success).map(([type]) => type);
}

/**
 * The schema as JSON Schema. What has a name of its own stands there by that name, unless it is the one that is asked for.
 * Digits in an address are a number in the document.
 */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const name = named.get(zodSchema);
      if (name !== undefined && zodSchema !== schema) {
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
        jsonSchema.$ref = `#/components/schemas/${name}`;
      }
      if (zodSchema._zod.def.type === 'custom') jsonSchema.type = typesIn(zodSchema);
      if (jsonSchema.type === 'integer') delete jsonSchema.pattern;
    },
  });
  return rest;
}

/** A schema by its name, where it has one. */
function answerSchema(schema: z.core.$ZodType): JsonSchema {
  const name = named.get(schema);
  return name === undefined ? schemaOf(schema) : { $ref: `#/components/schemas/${name}` };
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function pathParameters({ parameters }: Operation): object[] {
  return Object.entries(parameters).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(schema, 'input'),
  }));
}

function queryParameters({ query }: Operation): object[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema, 'input');
    return { name, in: 'query', required: false, ...(description === undefined ? {} : { description }), schema: rest };
  });
}

function headerParameters({ requestHeaders }: Operation): object[] {
  return requestHeaders.map(({ name, description, schema }) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: schemaOf(schema, 'input'),
  }));
}

const requestId = {
  description: 'The request’s ID, which the gateway’s log has as `reqId`.',
  required: true,
  schema: { type: 'string' },
};
const retryAfter = { description: 'Seconds to wait before asking again.', schema: { type: 'integer', minimum: 0 } };

function goodAnswer({ answer, answerHeaders }: Operation): object {
  const headers = answerHeaders.map(({ name, description, schema, optional = false }) => [
    name,
    { description, required: !optional, schema: schemaOf(schema) },
  ]);
  return {
    description: 'As asked for.',
    headers: { 'x-request-id': requestId, ...Object.fromEntries(headers) },
    content: { 'application/json': { schema: answerSchema(answer) } },
  };
}

/** Answers that are problems: their codes by status, and one for whatever status else. */
function problemAnswers(codes: readonly ProblemCode[]): object {
  const all = [...new Set([...codes, ...everywhere])];
  const byStatus = grouped(all, (code) => problemKinds[code].status);
  const answer = (description: string) => ({
    description,
    headers: { 'x-request-id': requestId, 'retry-after': retryAfter },
    content: { [problemMediaType]: { schema: answerSchema(problemSchema) } },
  });
  const listed = [...byStatus].map(([status, those]) => [
    status,
    answer(those.map((code) => `\`${code}\`: ${problemKinds[code].title}.`).join(' ')),
  ]);
  return { ...Object.fromEntries(listed), default: answer('A problem with another status; its `code` counts.') };
}

/** A key may read, people may do whatever a page does. `{}`: where a proxy has signed them in, and on one's own machine. */
function security({ method }: Operation): object[] {
  return [...(method === 'GET' ? [{ key: [] }] : []), { session: [] }, {}];
}

function operationObject(operation: Operation): object {
  const { id, summary, description, body } = operation;
  return {
    operationId: id,
    summary,
    description,
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)],
    ...(body === null
      ? {}
      : { requestBody: { required: false, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    responses: { [operation.status]: goodAnswer(operation), ...problemAnswers(operation.problems) },
    security: security(operation),
  };
}

/** `/api/history/:trackingId` as OpenAPI writes it. */
export function templatePath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function paths(): object {
  const byPath = grouped(operations, ({ path }) => templatePath(path));
  const entries = [...byPath].map(([path, those]) => [
    path,
    Object.fromEntries(those.map((operation) => [operation.method.toLowerCase(), operationObject(operation)])),
  ]);
  return Object.fromEntries(entries);
}

interface Place {
  readonly version: string;
  /** `https://cascade.example`; null where it is not known. */
  readonly publicUrl: string | null;
  /** '' or as `/cascade`. */
  readonly basePath: string;
}

/** The whole document, for a gateway at this place. */
export function openApiDocument({ version, publicUrl, basePath }: Place): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cascade',
      version,
      description:
        'Flows of Routee’s failover service, as the gateway hands them on. Failures are problems (RFC 9457) with a stable `code`. docs/api.md tells how scripts use it.',
    },
    servers: [{ url: `${publicUrl?.replace(/\/$/, '') ?? ''}${basePath}` || '/' }],
    paths: paths(),
    components: {
      schemas: { Record: schemaOf(recordSchema), Problem: schemaOf(problemSchema) },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key of `API_KEYS`: `cascade_…`. It may read.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'cascade-session',
          description:
            'A person who has signed in (`ACCESS=oidc`); `__Host-` or `__Secure-` stands before the name under https.',
        },
      },
    },
  };
}
