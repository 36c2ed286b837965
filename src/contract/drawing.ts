/** What the gateway hands to the drawing of a page, and what the page carries to the browser. */
import * as z from 'zod/mini';
import { readSettings, type Settings } from './settings.ts';

/** An answer of the gateway's own routes, as the browser would have got it. */
const answerSchema = z.object({
  status: z.number(),
  /** As received: a record or search page, or the problem's JSON. */
  text: z.string(),
  /** Epoch ms of its fetching from Routee; null for a problem. */
  asOf: z.nullable(z.number()),
  requestId: z.nullable(z.string()),
});
export type DrawnAnswer = Readonly<z.infer<typeof answerSchema>>;

const searchedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('many'), trackingIds: z.readonly(z.array(z.string())) }),
  z.object({ kind: z.enum(['empty', 'none']) }),
]);
/** What a search box that was posted is answered, where it leads to no flow at once. */
export type SearchedText = Readonly<z.infer<typeof searchedSchema>>;

/** Written into the page as JSON, so that the browser starts from what was drawn and asks for nothing twice. */
const pageStateSchema = z.object({
  /** The gateway's clock while it drew. */
  now: z.number(),
  /** `https://host`, as the person opened it. */
  origin: z.string(),
  settings: z.unknown(),
  /** Answers that the page was drawn from, by what they answer. */
  answers: z.array(z.object({ question: z.string(), answer: answerSchema })),
  /** Null unless the page answers a search box that was posted. */
  searched: z._default(z.nullable(searchedSchema), null),
});

export interface PageState {
  readonly now: number;
  readonly origin: string;
  readonly settings: Settings;
  readonly answers: readonly { readonly question: string; readonly answer: DrawnAnswer }[];
  readonly searched: SearchedText | null;
}

/** The facts of the gateway (`GET /api/config`), in the head of the page. */
export const factsBlockId = 'gateway';
/** The state that the page was drawn from, after what was drawn. */
export const stateBlockId = 'drawn';

/** The state in a page; null for a page that was not drawn. */
export function readPageState(text: string | null | undefined): PageState | null {
  if (text === null || text === undefined || text === '') return null;
  try {
    const parsed = pageStateSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return null;
    return { ...parsed.data, settings: readSettings(parsed.data.settings, 'en') };
  } catch {
    return null;
  }
}

/** JSON that ends no script element and opens no comment, whatever stands in it. */
export function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

export interface DrawingRequest {
  /** Path and query, as asked for. */
  readonly url: string;
  /** What `GET /api/config` answers. */
  readonly facts: string;
  readonly state: PageState;
}

/** For whom, when, and what gateway (as `DrawingRequest` has it). */
export interface QuestionsRequest extends Pick<DrawingRequest, 'url' | 'facts'> {
  readonly settings: Settings;
  readonly now: number;
}

/** What a page asks for first. */
export type Question =
  /** `keptKey`: what the history has of it answers, where Routee no longer has it. */
  | { readonly kind: 'flow'; readonly key: string; readonly keptKey: string; readonly trackingId: string }
  /** Out of the history, as it was at a moment (epoch ms); null for as it was seen last. */
  | { readonly kind: 'kept'; readonly key: string; readonly trackingId: string; readonly at: number | null }
  /** The first page of a search, as `POST /api/failover/tracking` takes it: its query, and its body as JSON. */
  | { readonly kind: 'search'; readonly key: string; readonly query: string; readonly body: string }
  /** `runOf`: asked only where that flow is a run of one of them; null where they are wanted anyhow. */
  | { readonly kind: 'demoFlows'; readonly key: string; readonly runOf: string | null };

export interface PageHead {
  readonly title: string;
  readonly language: string;
}

/** The built `entry-server`, as the gateway knows it. */
export interface Drawing {
  /** What can be said before any answer has come. */
  readonly headOf: (url: string, settings: Settings) => PageHead;
  /** What the page would ask the gateway for, drawn with answers to it. */
  readonly questionsOf: (request: QuestionsRequest) => readonly Question[];
  /** HTML of `#root`. Throws when the app does. */
  readonly draw: (request: DrawingRequest) => string;
}
