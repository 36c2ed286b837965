/** Views of Explore that the team shares: an address under a name, of whoever saved it. */
import * as z from 'zod/mini';
import type { EpochMs } from '#model/values/time.ts';
import { type Author, nameOf, storedName } from './author.ts';
import { type Database, DatabaseError, rowsOf } from './database.ts';
import { whole } from './store.ts';

export interface View {
  readonly id: number;
  readonly name: string;
  readonly search: string;
  readonly owner: string | null;
  readonly own: boolean;
}

export const mostViews = 500;
const uniqueViolation = '23505';

const viewSchema = z.object({
  id: whole,
  name: z.string(),
  search: z.string(),
  owner: z.string(),
  owner_id: z.string(),
});

/** By name. */
export async function viewsFor(database: Database, reader: Author): Promise<View[]> {
  const rows = await rowsOf(
    database,
    'select id, name, search, owner, owner_id from saved_view order by lower(name), name',
  );
  return rows.map((row) => {
    const { owner, owner_id, ...rest } = viewSchema.parse(row);
    return { ...rest, owner: nameOf(owner), own: owner_id === reader.id };
  });
}

interface Saved {
  readonly name: string;
  readonly search: string;
  readonly author: Author;
  readonly at: EpochMs;
}

/** Saves a view under a name that none has; null when it is done. */
export async function addView(
  database: Database,
  { name, search, author, at }: Saved,
): Promise<'taken' | 'tooMany' | null> {
  const rows = await rowsOf(
    database,
    `insert into saved_view (name, owner, owner_id, search, changed_at)
     select $1, $2, $3, $4, $5::bigint where (select count(*) from saved_view) < $6::int
     on conflict (name) do nothing returning id`,
    name,
    storedName(author),
    author.id,
    search,
    at,
    mostViews,
  );
  if (rows.length > 0) return null;
  const taken = await rowsOf(database, 'select 1 from saved_view where name = $1', name);
  return taken.length > 0 ? 'taken' : 'tooMany';
}

interface Change {
  readonly id: number;
  readonly author: Author;
  readonly at: EpochMs;
  /** Null: as it is. */
  readonly name: string | null;
  readonly search: string | null;
}

/** Changes a view of this author's; null when it is done. */
export async function changeView(
  database: Database,
  { id, author, at, name, search }: Change,
): Promise<'taken' | 'notOwn' | null> {
  try {
    const rows = await rowsOf(
      database,
      `update saved_view set name = coalesce($3, name), search = coalesce($4, search), owner = $5, changed_at = $6::bigint
       where id = $1 and owner_id = $2 returning id`,
      id,
      author.id,
      name,
      search,
      storedName(author),
      at,
    );
    return rows.length > 0 ? null : 'notOwn';
  } catch (error) {
    if (error instanceof DatabaseError && error.code === uniqueViolation) return 'taken';
    throw error;
  }
}

/** Deletes a view of this author's; false where there is none. */
export async function removeView(database: Database, id: number, author: Author): Promise<boolean> {
  const rows = await rowsOf(
    database,
    'delete from saved_view where id = $1 and owner_id = $2 returning id',
    id,
    author.id,
  );
  return rows.length > 0;
}
