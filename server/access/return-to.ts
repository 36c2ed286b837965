/** Where a person goes after signing in: the page they asked for, and never another site. */
import { decodedOnce } from '../logged-path.ts';

const base = 'http://local.invalid';

function isOurPage(path: string): boolean {
  if (!path.startsWith('/') || !URL.canParse(path, base)) return false;
  const { origin, pathname } = new URL(path, base);
  return origin === base && !/^\/(api|auth)(\/|$)/i.test(pathname) && !/^[/\\]{2}/.test(pathname);
}

/**
 * The path of ours in `to` with its query; `/` for anything else, addresses of other sites and our own `/auth` included.
 * It stays ours when something on the way decodes it once, twice or three times.
 */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 2000 || !URL.canParse(to, base)) return '/';
  const { pathname, search } = new URL(to, base);
  const path = `${pathname}${search}`;
  const once = decodedOnce(path);
  const twice = decodedOnce(once);
  return [to, path, once, twice, decodedOnce(twice)].every(isOurPage) ? path : '/';
}

/** The address that starts signing in and leads back to a path. */
export function signInPath(to: string): string {
  return to === '/' ? '/auth/sign-in' : `/auth/sign-in?to=${encodeURIComponent(to)}`;
}
