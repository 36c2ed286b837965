/** What stands on the keys of a binding. */
import type { Catalogue } from '#texts/en.ts';

type Caps = Catalogue['keys']['caps'];

/** The same test as the library's that matches keys. */
const apple = /Mac|iPod|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

function cap(key: string, caps: Caps): string {
  if (key === '$mod') return apple ? caps.command : caps.control;
  if (key === 'Escape') return caps.escape;
  return key;
}

/** `g h` gives [[g], [h]], `$mod+k` gives [[Ctrl, K]]. */
export function keyCaps(keys: string, caps: Caps): readonly (readonly string[])[] {
  return keys.split(' ').map((press) => {
    const held = press.split('+');
    return held.map((key) =>
      held.length > 1 ? cap(key.length === 1 ? key.toUpperCase() : key, caps) : cap(key, caps),
    );
  });
}

export function keysText(keys: string, caps: Caps): string {
  return keyCaps(keys, caps)
    .map((held) => held.join(' '))
    .join(' ');
}

/** As `aria-keyshortcuts` wants it; undefined for keys one after the other, which it cannot say. */
export function ariaShortcut(keys: string): string | undefined {
  if (keys.includes(' ')) return undefined;
  return keys
    .replace('$mod', apple ? 'Meta' : 'Control')
    .split('+')
    .map((key) => (key.length === 1 ? key.toUpperCase() : key))
    .join('+');
}
