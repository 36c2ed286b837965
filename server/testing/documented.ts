/** Holds answers of a gateway to what its own `/api/openapi.json` says of them. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod/mini';

const headerSchema = z.object({ required: z.optional(z.boolean()), schema: z.record(z.string(), z.unknown()) });
const answerSchema = z.object({
  headers: z.record(z.string(), headerSchema),
  content: z.record(z.string(), z.unknown()),
});
const documentSchema = z.object({
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ operationId: z.string(), responses: z.record(z.string(), answerSchema) })),
  ),
});

/** What an answer was held to, and whatever in it is not as documented; empty where all is. */
export interface Verdict {
  readonly operation: string;
  readonly described: string;
  readonly faults: readonly string[];
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

export class Documented {
  readonly #document: z.infer<typeof documentSchema>;
  readonly #ajv: Ajv2020;

  /** The document as the gateway gives it. Its schemas are taken strictly: a word that no validator knows is a fault. */
  constructor(document: object) {
    this.#document = documentSchema.parse(document);
    this.#ajv = new Ajv2020({ strictSchema: true, strictTypes: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components', 'example']);
    this.#ajv.addSchema({ ...document, $id: 'document' });
  }

  #validator(path: readonly string[]): ValidateFunction {
    const found = this.#ajv.getSchema(`document#/${path.map(escaped).join('/')}`);
    if (found === undefined) throw new Error(`Nothing at ${path.join(' ')}`);
    return found;
  }

  #operationOf(method: string, path: string) {
    const at = Object.keys(this.#document.paths).find((template) =>
      new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    const operation = at === undefined ? undefined : this.#document.paths[at]?.[method.toLowerCase()];
    if (at === undefined || operation === undefined) throw new Error(`${method} ${path} is not documented`);
    return { at, operation };
  }

  async verdictOn(method: string, response: Response): Promise<Verdict> {
    const [server] = this.#document.servers;
    const path = new URL(response.url).pathname.slice(server?.url === '/' ? 0 : (server?.url.length ?? 0));
    const { at, operation } = this.#operationOf(method, path);
    const described = String(response.status) in operation.responses ? String(response.status) : 'default';
    const answer = operation.responses[described];
    const place = ['paths', at, method.toLowerCase(), 'responses', described];
    const faults = Object.entries(answer?.headers ?? {}).flatMap(([name, { required = false }]) => {
      const value = response.headers.get(name);
      if (value === null) return required ? [`no ${name}`] : [];
      const validate = this.#validator([...place, 'headers', name, 'schema']);
      return validate(value) || validate(Number(value)) ? [] : [`${name}: ${value}`];
    });
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (!(type in (answer?.content ?? {}))) faults.push(`type ${type}`);
    else {
      const validate = this.#validator([...place, 'content', type, 'schema']);
      if (!validate(await response.json())) faults.push(this.#ajv.errorsText(validate.errors));
    }
    return { operation: operation.operationId, described, faults };
  }
}
