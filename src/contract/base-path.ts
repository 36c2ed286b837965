/** Under which path of its host the app lies (`BASE_PATH`): told once at the start, on either side, by the gateway's facts. */
import * as z from 'zod/mini';

const schema = z.object({ basePath: z.catch(z.string().check(z.regex(/^(?:\/[A-Za-z0-9_.~-]+){0,8}$/)), '') });

let base = '';

/** The base path in the facts of the gateway; '' where they name none, or are none. */
export function readBasePath(facts: string): string {
  try {
    return schema.safeParse(JSON.parse(facts)).data?.basePath ?? '';
  } catch {
    return '';
  }
}

export function setBasePath(path: string): void {
  base = path;
}

/** '' at the root of its host; else as `/cascade`, without a slash at its end. */
export function basePath(): string {
  return base;
}

/** The path on the host of a path of ours that begins with a slash. Links of the router need none: it knows the base. */
export function underBase(path: string): string {
  return `${base}${path}`;
}

/** The path of ours of one on the host; null for one that lies beside us. `at`: the base path, where it is not the app's own. */
export function withinBase(path: string, at: string = base): string | null {
  if (at === '') return path;
  if (path === at) return '/';
  if (!path.startsWith(at) || !'/?#'.includes(path.charAt(at.length))) return null;
  const rest = path.slice(at.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}
