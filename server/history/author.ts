/** Who wrote what colleagues see: by who they are, which stays when their name changes. */
import type { Person } from '../access/access.ts';

export interface Author {
  /** What is theirs is told by this; it never leaves the gateway. */
  readonly id: string;
  /** Null where nobody signs in: it was written on this machine. */
  readonly name: string | null;
}

/** The provider's ID where there is one, else the name; everybody at a gateway without sign-in is one author. */
export function authorOf(person: Person | null): Author {
  if (person?.sub != null) return { id: `sub:${person.sub}`, name: person.name };
  const name = person?.name ?? null;
  return { id: name === null ? 'machine' : `name:${name}`, name };
}

/** A name as the database holds it; it has no null for texts of people. */
export const storedName = ({ name }: Author): string => name ?? '';

export const nameOf = (stored: string): string | null => (stored === '' ? null : stored);
