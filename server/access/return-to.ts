/** Where a person goes after signing in: the page they asked for, and never another site. */

/** The path of ours in `to` with its query; `/` for anything else, addresses of other sites and our own `/auth` included. */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 2000) return '/';
  const base = 'http://local.invalid';
  if (!URL.canParse(to, base)) return '/';
  const url = new URL(to, base);
  const isPage = url.origin === base && !/^\/(api|auth)(\/|$)/.test(url.pathname) && !url.pathname.startsWith('//');
  return isPage ? `${url.pathname}${url.search}` : '/';
}

/** The address that starts signing in and leads back to a path. */
export function signInPath(to: string): string {
  return to === '/' ? '/auth/sign-in' : `/auth/sign-in?to=${encodeURIComponent(to)}`;
}
