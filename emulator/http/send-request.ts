/** Reading the body of `POST /failover` (page "Send failover"). */
import type { Json } from '#model/values/json.ts';

export interface RequestedStep {
  readonly type: 'Sms' | 'Viber' | 'Voice';
  readonly order: number;
  readonly from: string | null;
  readonly to: string;
  /** Minutes. */
  readonly ttl: number | null;
  readonly text: string;
  /** A Viber body as it stands. */
  readonly body: Json;
  readonly label: string | null;
  readonly expireOnDelivery: boolean;
  /** Null: the channel's defaults. */
  readonly failoverOnStatuses: readonly string[] | null;
}

export interface Callback {
  readonly url: string;
  readonly strategy: 'OnStep' | 'OnCompletion';
}

export interface SendRequest {
  /** In the order they are tried. */
  readonly steps: readonly RequestedStep[];
  readonly callback: Callback | null;
  /** As received, to be echoed. */
  readonly flow: readonly Json[];
}

/** The request, or what is wrong with it. */
export function readSendRequest(body: Json): SendRequest | string {
  if (!isFields(body) || !Array.isArray(body.flow) || body.flow.length === 0) return 'flow must have at least one step';
  const steps: RequestedStep[] = [];
  for (const [index, entry] of body.flow.entries()) {
    const step = readStep(entry, index + 1);
    if (typeof step === 'string') return `flow[${index}]: ${step}`;
    steps.push(step);
  }
  const callback = readCallback(body.callback);
  if (typeof callback === 'string') return callback;
  return { steps: steps.toSorted((a, b) => a.order - b.order), callback, flow: body.flow };
}

const channels = ['Sms', 'Viber', 'Voice'] as const;

function readStep(entry: Json, place: number): RequestedStep | string {
  if (!isFields(entry)) return 'a step must be an object';
  const type = channels.find((name) => name === entry.type);
  if (type === undefined) return `Invalid value for type: ${String(entry.type)}`;
  const to = recipientOf(entry.to);
  if (to === null) return 'to must not be empty';
  const ttl = entry.ttl ?? null;
  const [shortest, longest] = type === 'Sms' ? [1, 1440] : [0.5, 1440];
  if (ttl !== null && (typeof ttl !== 'number' || ttl < shortest || ttl > longest)) {
    return `ttl must be between ${shortest} and ${longest}`;
  }
  const triggers = entry.failoverOnStatuses ?? null;
  if (triggers !== null && !isTexts(triggers)) return 'failoverOnStatuses must be a list of statuses';
  const content = entry.message ?? entry.body ?? null;
  return {
    type,
    to,
    ttl,
    order: typeof entry.order === 'number' ? entry.order : place,
    from: textOf(entry.from),
    text: textOf(content) ?? (isFields(content) ? (textOf(content.text) ?? textOf(content.body) ?? '') : ''),
    body: isFields(content) ? { ...content } : { text: textOf(content) ?? '' },
    label: textOf(entry.label),
    expireOnDelivery: entry.expireOnDelivery === true,
    failoverOnStatuses: triggers,
  };
}

function recipientOf(to: Json | undefined): string | null {
  return isFields(to) ? (textOf(to.phone) ?? textOf(to.sip) ?? textOf(to.viber)) : textOf(to);
}

function readCallback(value: Json | undefined): Callback | null | string {
  if (value === undefined || value === null) return null;
  if (!isFields(value) || typeof value.url !== 'string' || !URL.canParse(value.url))
    return 'callback.url must be a URL';
  const { url, strategy = 'OnCompletion' } = value;
  if (strategy !== 'OnStep' && strategy !== 'OnCompletion') return 'Invalid value for callback.strategy';
  return { url, strategy };
}

function isFields(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: Json): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
