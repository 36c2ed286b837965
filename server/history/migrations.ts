/** The tables of the history, step by step. A step that has landed is never changed; what changes is a new one. */
import { type Database, rowsOf, statement } from './database.ts';

/**
 * Times are milliseconds since 1970 (bigint). `flow` is one row a tracking ID with what is searched, of its newest version
 * that Routee itself gave; `version` every distinct record, `sighting` when it was seen so: versions and sightings that
 * only a callback or an upload claims are marked.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `create table flow (
      tracking_id text primary key,
      created_at bigint,
      seen_at bigint not null,
      status text,
      status_key text,
      termination_channel text,
      application_id text,
      price numeric,
      claimed boolean not null,
      pinned boolean not null default false,
      newest_version bigint
    )`,
    'create index flow_by_creation on flow (created_at desc nulls last, tracking_id)',
    'create index flow_by_age on flow (seen_at) where not pinned',
    `create table version (
      id bigint generated always as identity primary key,
      tracking_id text not null references flow on delete cascade,
      digest bytea not null,
      body bytea not null,
      size integer not null,
      unique (tracking_id, digest)
    )`,
    `create table sighting (
      id bigint generated always as identity primary key,
      version_id bigint not null references version on delete cascade,
      tracking_id text not null,
      source text not null check (source in ('page', 'search', 'callback', 'upload')),
      claim boolean not null,
      first_seen bigint not null,
      last_seen bigint not null,
      times integer not null default 1
    )`,
    'create index sighting_by_flow on sighting (tracking_id, claim, last_seen desc)',
    'create index sighting_by_version on sighting (version_id)',
    `create table step (
      tracking_id text not null references flow on delete cascade,
      place smallint not null,
      channel text not null,
      recipient text,
      recipient_digits text,
      country text,
      operator text,
      sender text,
      reason text,
      reason_key text,
      label text,
      sent boolean not null,
      primary key (tracking_id, place)
    )`,
    'create index step_by_recipient on step (recipient_digits text_pattern_ops)',
    `create table pin (
      tracking_id text primary key,
      author text not null,
      pinned_at bigint not null,
      reason text not null,
      ticket text
    )`,
    `create table note (
      id bigint generated always as identity primary key,
      tracking_id text not null,
      author text not null,
      written_at bigint not null,
      body text not null check (length(body) <= 2000)
    )`,
    'create index note_by_flow on note (tracking_id, id)',
    `create table opening (
      tracking_id text not null,
      person text not null,
      first_at bigint not null,
      last_at bigint not null,
      times integer not null default 1,
      primary key (tracking_id, person)
    )`,
    `create table saved_view (
      name text primary key,
      owner text not null,
      search text not null,
      changed_at bigint not null
    )`,
  ],
  // What colleagues write is theirs by who they are, which stays when their name changes.
  [
    `alter table note add column author_id text not null default ''`,
    `alter table pin add column author_id text not null default ''`,
    `alter table opening add column name text not null default ''`,
    'alter table saved_view add column id bigint generated always as identity unique',
    `alter table saved_view add column owner_id text not null default ''`,
    // Recipients are searched for by their last digits: numbers are written with `+`, `00` and without.
    'create index step_by_last_digits on step (reverse(recipient_digits) text_pattern_ops)',
    // What is asked for most, in the order of pages.
    'create index flow_by_status on flow (status_key, created_at desc nulls last, tracking_id)',
    'create index flow_by_pin on flow (created_at desc nulls last, tracking_id) where pinned',
  ],
];

/** Any number that is ours alone: gateways that start together take turns. */
const lock = 7_230_111;

async function newest(database: Database): Promise<number> {
  const [row] = await rowsOf(database, 'select coalesce(max(number), 0) as number from cascade_migration');
  return Number(row?.number ?? 0);
}

/**
 * Brings the tables to the newest step. Each step is one transaction: one that was broken off leaves nothing behind and is
 * done anew. Rejects when the tables are of a later version of this program.
 */
export async function migrate(database: Database, steps: readonly (readonly string[])[] = migrations): Promise<void> {
  await database.run([
    statement('select pg_advisory_xact_lock($1)', lock),
    statement('create table if not exists cascade_migration (number integer primary key)'),
  ]);
  const done = await newest(database);
  if (done > steps.length) throw new Error('The history was written by a later version of this program.');
  for (let number = done + 1; number <= steps.length; number++) {
    const step = steps[number - 1] ?? [];
    try {
      await database.run([
        statement('select pg_advisory_xact_lock($1)', lock),
        // Fails, and the whole step with it, where another gateway was first.
        statement('insert into cascade_migration values ($1)', number),
        ...step.map((sql) => statement(sql)),
      ]);
    } catch (error) {
      if ((await newest(database)) < number) throw error;
    }
  }
}
