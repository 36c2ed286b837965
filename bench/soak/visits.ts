/** What the clients of a soak test ask for, and what is a right answer to it. */
import { randomUUID } from 'node:crypto';
import { scenarios } from '#emulator/scenarios/catalogue.ts';

export interface Visit {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** The one who asks goes away before the answer comes. */
  readonly leaves?: true;
  /** What is wrong with an answer of status 200 or 404; null when nothing is. */
  readonly objection: (status: number, text: string) => string | null;
}

const flowPath = '/api/failover/tracking';
/** Flows that several clients watch at once. */
const watched = scenarios.flatMap((scenario) => {
  if (scenario.kind !== 'record') return [];
  const text = scenario.text();
  return isJson(text) && text.length < 100_000 ? [{ trackingId: scenario.trackingId, text }] : [];
});

export const watchedIds: readonly string[] = watched.map(({ trackingId }) => trackingId);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function pick<T>(items: readonly T[]): T {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}

/** Compared as bytes: every flow must get its own record and no other's. */
function watchedFlow(): Visit {
  const { trackingId, text: expected } = pick(watched);
  return {
    method: 'GET',
    path: `${flowPath}/${trackingId}`,
    objection: (status, text) => {
      if (status !== 200) return `status ${status} for a flow that exists`;
      return text === expected ? null : 'another record';
    },
  };
}

function generatedFlow(trackingId: string): Visit {
  return {
    method: 'GET',
    path: `${flowPath}/${trackingId}`,
    objection: (status, text) => {
      if (status !== 200) return `status ${status} for a flow that exists`;
      return JSON.parse(text).trackingId === trackingId ? null : 'another record';
    },
  };
}

function unknownFlow(): Visit {
  return {
    method: 'GET',
    path: `${flowPath}/${randomUUID()}`,
    objection: (status) => (status === 404 ? null : `status ${status} for a flow that nobody knows`),
  };
}

function leaving(): Visit {
  return { ...unknownFlow(), leaves: true };
}

/** Without a filter: the emulator would look through a week of flows, in the process of the clients. */
function search(learn: (trackingId: string) => void): Visit {
  const size = 20;
  return {
    method: 'POST',
    path: `${flowPath}?page=${Math.floor(Math.random() * 500)}&size=${size}`,
    body: '[]',
    objection: (status, text) => {
      if (status !== 200) return `status ${status} for a search`;
      const { content } = JSON.parse(text);
      if (content.length !== size) return `${content.length} flows instead of ${size}`;
      for (const { trackingId } of content) learn(trackingId);
      return null;
    },
  };
}

function config(): Visit {
  return {
    method: 'GET',
    path: '/api/config',
    objection: (status, text) => {
      if (status !== 200) return `status ${status} for the configuration`;
      return ['ok', 'unchecked'].includes(JSON.parse(text).credentials) ? null : 'credentials said to be refused';
    },
  };
}

/** Makes visits without end. Remembers flows that searches have found and goes to them too. */
export function visits(): () => Visit {
  let found: string[] = [];
  const learn = (trackingId: string) => {
    found = [...found.slice(-499), trackingId];
  };
  return () => {
    const chance = Math.random();
    if (chance < 0.5) return watchedFlow();
    if (chance < 0.7 && found.length > 0) return generatedFlow(pick(found));
    if (chance < 0.8) return unknownFlow();
    if (chance < 0.85) return leaving();
    return chance < 0.93 ? search(learn) : config();
  };
}
