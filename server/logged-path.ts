/** The path of a request as it may be logged: no query, and nothing in it that could be somebody's number or address. */
import { dot, scrub } from '#model/masking/scrub.ts';

const mostDecodings = 8;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Percent signs decoded once; sequences that are no UTF-8 stay. */
export function decodedOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // One bad byte must not hide the good ones beside it.
      return run.replace(/%([2-7][0-9a-f])/gi, (_match, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    }
  });
}

function decoded(text: string): string {
  let before = text;
  for (let times = 0; times < mostDecodings; times += 1) {
    const after = decodedOnce(before);
    if (after === before) break;
    before = after;
  }
  return before.normalize('NFKC');
}

/** A part of the path that holds seven digits or more, other than in UUIDs, and hardly a letter, is a number in disguise. */
function withoutNumber(segment: string): string {
  const rest = segment.replace(uuid, '');
  const digits = rest.match(/\p{Nd}/gu)?.length ?? 0;
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  return digits >= 7 && letters * 2 < digits ? segment.replace(/\p{Nd}/gu, dot) : segment;
}

/** What follows in the address that callbacks are posted to is a secret, also where the address is misspelt. */
function withoutSecret(path: string): string {
  return path.replace(/(\/callbacks?\/+(?:routee\/+)?).+$/is, `$1${dot.repeat(3)}`);
}

/** Decoded as often as it was encoded, because `+30%20691…` and `maria%2540example.com` name people as well. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const plain = decoded(path);
  const clean = scrub(withoutSecret(plain)).split('/').map(withoutNumber).join('/');
  // What hides nothing stays as it was asked for, so that it can be found again.
  const shown = clean === plain ? path : clean;
  return shown.slice(0, 600).replace(/\p{Cc}/gu, ' ');
}
