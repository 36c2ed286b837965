/** What of a flow, or of one of its steps, may go into a link to another system. */
import { isMaskedRecipient } from '../explore/recipient.ts';
import type { Flow, Message } from '../flow/flow.ts';
import { maskLabel } from '../masking/masking.ts';
import type { LinkValues } from './link-template.ts';

/** The one value that all have; null where they have none, or several. */
function only(values: readonly (string | null)[]): string | null {
  const different = new Set(values.filter((value) => value !== null));
  const [first = null] = different;
  return different.size === 1 ? first : null;
}

/** A label may name a person: masked, only one that masking leaves as it is. */
const shownLabel = (label: string | null, masked: boolean) =>
  label !== null && masked && maskLabel(label) !== label ? null : label;

function valuesOf(flow: Flow, messages: readonly Message[], masked: boolean): LinkValues {
  const to = masked ? null : only(messages.map((message) => message.to));
  return {
    trackingId: flow.trackingId,
    messageId: only(messages.map(({ messageId }) => messageId)),
    label: shownLabel(only(messages.map(({ label }) => label)), masked),
    applicationId: flow.applicationId,
    createdAt: flow.createdAt === null ? null : new Date(flow.createdAt).toISOString(),
    to: to === null || isMaskedRecipient(to) ? null : to,
  };
}

/** Of a whole flow: `messageId`, `label` and `to` only where all its messages agree. `createdAt` is the flow's, in UTC. */
export function flowLinkValues(flow: Flow, masked: boolean): LinkValues {
  return valuesOf(
    flow,
    flow.steps.flatMap(({ messages }) => messages),
    masked,
  );
}

/** Of one step: its own `messageId`, `label` and `to`. `messages`: the step's. */
export function stepLinkValues(flow: Flow, messages: readonly Message[], masked: boolean): LinkValues {
  return valuesOf(flow, messages, masked);
}
