/** `POST /api/history/search`: what `POST /api/failover/tracking` asks of Routee, of what this gateway has kept. */
import type { FastifyInstance } from 'fastify';
import { api } from '#contract/api.ts';
import { historyFiltersSchema, historyQuerySchema, nextPageHeader, saysAfter } from '#contract/history-search.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import { asked } from '../history/kept-answer.ts';
import { countHistory, type FoundPage, type PageKey, recordsOf, searchHistory } from '../history/search.ts';
import { Problem } from '../problem.ts';
import type { AnswerMemory, Lease } from '../routee/memory.ts';
import { kept } from './history.ts';
import { checked, isMasked, refuseGuessing, type Sending, send } from './tracking.ts';

interface Services extends Sending {
  /** Null where nothing is kept. */
  readonly history: HistoryKeeper | null;
  readonly memory: AnswerMemory;
  /** Bytes of a page, as of an answer of Routee's. */
  readonly mostBytes: number;
}

const usualSize = 10;

function keyOf(after: string | undefined): PageKey | null {
  const [createdAt, version] = after?.split('.').map(Number) ?? [];
  return createdAt === undefined || version === undefined ? null : { createdAt, version };
}

/** The page as Routee writes one, around records as they were received. */
function pageBytes(records: readonly Buffer[], facts: Readonly<Record<string, unknown>>): Buffer {
  const [comma, start, end] = [Buffer.from(','), Buffer.from('{"content":['), JSON.stringify(facts).slice(1)];
  const content = records.flatMap((record, place) => (place === 0 ? [record] : [comma, record]));
  return Buffer.concat([start, ...content, Buffer.from(`],${end}`)]);
}

function roomFor({ found }: FoundPage, { memory, mostBytes }: Services): Lease {
  const bytes = found.reduce((sum, one) => sum + one.bytes + 1, 1000);
  if (bytes > mostBytes) throw new Problem('too-large', 'The page is too large: ask for fewer flows at once.');
  const lease = memory.lease();
  if (lease.tryReserve(bytes)) return lease;
  lease.release();
  throw new Problem('rate-limited', 'The gateway has no memory for it at the moment.', { retryAfter: 5 });
}

export function addHistorySearch(app: FastifyInstance, services: Services): void {
  app.post(api.historySearch.path, async (request, reply) => {
    const query = checked(historyQuerySchema, request.query);
    const filters = checked(historyFiltersSchema, request.body ?? []);
    if (isMasked(request)) refuseGuessing(filters.filter((filter) => filter.fieldName === 'to'));
    const [number, size] = [Number(query.page ?? 0), Number(query.size ?? usualSize)];
    const after = keyOf(query.after);
    if (number > 0 && after === null) throw new Problem('bad-request', `${saysAfter}.`);
    const search = {
      from: query.dateStart === undefined ? 0 : Date.parse(query.dateStart),
      to: query.dateEnd === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(query.dateEnd),
      filters,
    };
    const history = kept(services.history);
    const page = await asked(history.query((database) => searchHistory(database, search, { after, size })));
    // Of a first page that is the last one too, all have come.
    const isWhole = after === null && page.next === null;
    const total = isWhole
      ? page.found.length
      : after === null
        ? await asked(history.query((database) => countHistory(database, search)))
        : null;
    const lease = roomFor(page, services);
    try {
      const versions = page.found.map(({ version }) => version);
      const records = await asked(history.query((database) => recordsOf(database, versions)));
      const bytes = pageBytes(records, {
        ...(total === null ? {} : { totalElements: total, totalPages: Math.ceil(total / size) }),
        number,
        size,
        numberOfElements: records.length,
        first: after === null,
        last: page.next === null,
      });
      if (page.next !== null) reply.header(nextPageHeader, `${page.next.createdAt}.${page.next.version}`);
      lease.hold();
      return await send(request, reply, { bytes, finished: false, ownId: null, asOf: Date.now(), lease }, services);
    } finally {
      lease.release();
    }
  });
}
