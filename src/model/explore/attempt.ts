/** One attempt, described by what it must be all at once: what a figure over attempts counts, and the filter that shows it. */
import { channelKey } from './aggregate.ts';
import { type FlowRow, type RowStep, sentSteps } from './row.ts';

/** What attempts are told apart by in charts. */
export const dimensions = ['operator', 'sender', 'label', 'channel', 'country'] as const;
export type Dimension = (typeof dimensions)[number];

const attemptFields = [...dimensions, 'reason'] as const;
export type AttemptField = (typeof attemptFields)[number];

/** An attempt of one flow that was sent. A field that is absent may be anything; '' is "the record gives none". */
export interface AttemptMatch {
  /** It ended without reaching anybody. */
  readonly failed: boolean;
  readonly values: Readonly<Partial<Record<AttemptField, string>>>;
}

/** What an attempt has in a field; '' where the record gives none. */
export function attemptValue(step: RowStep, field: AttemptField): string {
  switch (field) {
    case 'channel':
      return channelKey(step.channel);
    case 'reason':
      return step.detailedStatus ?? step.status ?? '';
    case 'operator':
    case 'sender':
    case 'label':
    case 'country':
      return step[field] ?? '';
  }
}

export function isFailedAttempt(step: RowStep): boolean {
  return step.outcome === 'notDelivered';
}

/** Whether one attempt of the flow is all of it. */
export function hasAttempt(row: FlowRow, { failed, values }: AttemptMatch): boolean {
  const wanted = attemptFields.flatMap((field) => {
    const value = values[field];
    return value === undefined ? [] : [{ field, value }];
  });
  return sentSteps(row).some(
    (step) =>
      (!failed || isFailedAttempt(step)) && wanted.every(({ field, value }) => attemptValue(step, field) === value),
  );
}

/** Dots part the pieces, so one in a value is written like the other signs that are. */
const encoded = (value: string) => encodeURIComponent(value).replaceAll('.', '%2E');

/** As the value of a filter: `failed.operator-Cosmote.reason-Unknown%20Number`, `any.channel-Viber`. Always in the same order. */
export function attemptName({ failed, values }: AttemptMatch): string {
  const parts = attemptFields.flatMap((field) => {
    const value = values[field];
    return value === undefined ? [] : [`${field}-${encoded(value)}`];
  });
  return [failed ? 'failed' : 'any', ...parts].join('.');
}

/** The attempt that a name stands for; null when it names none. */
export function readAttempt(name: string): AttemptMatch | null {
  const [first, ...parts] = name.split('.');
  if (first !== 'failed' && first !== 'any') return null;
  const values: Partial<Record<AttemptField, string>> = {};
  for (const part of parts) {
    const dash = part.indexOf('-');
    const field = attemptFields.find((known) => known === part.slice(0, dash));
    if (field === undefined || field in values) return null;
    try {
      values[field] = decodeURIComponent(part.slice(dash + 1));
    } catch {
      return null;
    }
  }
  return { failed: first === 'failed', values };
}
