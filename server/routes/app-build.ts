/** Which build of the app this gateway serves, so that a page of another one can tell that it is. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every change of the app's code changes a name in its page. The version alone where there is no built app. */
export function appBuild(root: string, version: string): string {
  try {
    const page = readFileSync(join(root, 'index.html'));
    return `${version}-${createHash('sha256').update(page).digest('hex').slice(0, 10)}`;
  } catch {
    return version;
  }
}
