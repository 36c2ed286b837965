/**
 * What a page needs at once, announced in `Link` headers of its HTML: the browser then fetches the record and the
 * route's code together with the code that is in the HTML, instead of one after the other.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { personalPart } from '#model/record/telephone.ts';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.optional(z.string()),
    imports: z.optional(z.array(z.string())),
    css: z.optional(z.array(z.string())),
  }),
);
type Manifest = z.infer<typeof manifestSchema>;

/** Of an address of the app: its module as the build names it, and the data that it asks for first. */
interface Route {
  readonly address: RegExp;
  readonly module: string;
  /** Its chunk's name, where vite.config.ts puts it together with others. */
  readonly chunk?: string;
  readonly data: (trackingId: string) => readonly string[];
}

const record = (trackingId: string) => `/api/failover/tracking/${trackingId}`;
const routes: readonly Route[] = [
  { address: /^\/$/, module: 'src/pages/home/page.tsx', data: () => [] },
  {
    address: /^\/flows\/([A-Za-z0-9_-]{1,128})\/?$/,
    module: 'src/pages/flow/page.tsx',
    chunk: 'flow',
    // Digits that are somebody's number are taken out of the address by the app, and never asked for.
    data: (trackingId) => (personalPart(trackingId) === null ? [record(trackingId)] : []),
  },
];

/** The manifest of the build; empty where there is none, for a preload is never worth a failure. */
function manifestIn(root: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(root, '.vite/manifest.json'), 'utf8')));
  } catch {
    return {};
  }
}

/** A module and everything it imports, without what it imports later. */
function closure(manifest: Manifest, module: string, found = new Set<string>()): Set<string> {
  if (found.has(module) || manifest[module] === undefined) return found;
  found.add(module);
  for (const imported of manifest[module].imports ?? []) closure(manifest, imported, found);
  return found;
}

/** Where a route's code stands in the manifest. */
function moduleOf(manifest: Manifest, { module, chunk }: Route): string {
  if (manifest[module] !== undefined || chunk === undefined) return module;
  return Object.keys(manifest).find((key) => manifest[key]?.name === chunk) ?? module;
}

/** Links to the code of a module that the HTML does not name already. Vite's own links carry `crossorigin` too. */
function codeLinks(manifest: Manifest, module: string, basePath: string): string[] {
  const inPage = closure(manifest, 'index.html');
  const chunks = [...closure(manifest, module)].filter((name) => !inPage.has(name)).map((name) => manifest[name]);
  const scripts = chunks.flatMap((chunk) => chunk?.file ?? []);
  const styles = chunks.flatMap((chunk) => chunk?.css ?? []);
  return [
    ...scripts.map((file) => `<${basePath}/${file}>; rel=modulepreload; crossorigin`),
    ...new Set(styles.map((file) => `<${basePath}/${file}>; rel=preload; as=style; crossorigin`)),
  ];
}

/** A `fetch` of the page's own origin takes what was preloaded only when both would send cookies alike: `anonymous`. */
function dataLink(path: string): string {
  return `<${path}>; rel=preload; as=fetch; crossorigin=anonymous`;
}

/**
 * For the app built in a folder: the `Link` header for a path without query, or null where there is nothing to announce.
 * `data`: whether the page will ask for its data, or have it in itself.
 */
export function linkHeaders(
  root: string,
  wanted: { readonly data: boolean; readonly basePath?: string } = { data: true },
): (path: string) => string | null {
  const manifest = manifestIn(root);
  const { basePath = '' } = wanted;
  const known = routes.map((route) => ({ ...route, code: codeLinks(manifest, moduleOf(manifest, route), basePath) }));
  return (path) => {
    for (const { address, data, code } of known) {
      const match = address.exec(path);
      if (match === null) continue;
      const links = [
        ...(wanted.data ? data(match[1] ?? '').map((path) => dataLink(`${basePath}${path}`)) : []),
        ...code,
      ];
      return links.length === 0 ? null : links.join(', ');
    }
    return null;
  };
}
