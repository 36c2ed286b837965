/** Colour and sign of channels and outcomes: a channel's colour names it, an outcome is colour and sign and word. */

import type { Outcome } from '#model/flow/flow.ts';
import type { Channel } from '#model/record/channel.ts';
import type { MessageStatus } from '#model/record/status.ts';

export interface ChannelColours {
  readonly solid: string;
  readonly soft: string;
  /** For text on the panel or on `soft`. */
  readonly ink: string;
}

const colours = (name: string): ChannelColours => ({
  solid: `var(--${name})`,
  soft: `var(--${name}-soft)`,
  ink: `color-mix(in srgb, var(--${name}) 78%, var(--ink))`,
});

const byChannel = { Sms: colours('sms'), Viber: colours('viber'), Voice: colours('voice') } as const;
const otherColours = colours('other');

export function channelColours(channel: Channel): ChannelColours {
  return channel.kind === 'known' ? byChannel[channel.name] : otherColours;
}

export type Tone = 'ok' | 'bad' | 'run' | 'warn' | 'mute';

/** What a person sees of an outcome beside its word. */
export interface Look {
  readonly tone: Tone;
  readonly sign: string;
}

const looks: Readonly<Record<Outcome['kind'], Look>> = {
  waiting: { tone: 'run', sign: '◌' },
  delivered: { tone: 'ok', sign: '✓' },
  partlyDelivered: { tone: 'warn', sign: '◐' },
  expiredAfterDelivery: { tone: 'warn', sign: '◐' },
  unheard: { tone: 'warn', sign: '◐' },
  notDelivered: { tone: 'bad', sign: '✕' },
  notSent: { tone: 'mute', sign: '–' },
  unknown: { tone: 'warn', sign: '?' },
};

export function outcomeLook(outcome: Outcome): Look {
  return looks[outcome.kind];
}

/** The look of one message's status. */
export function statusLook(status: MessageStatus): Look {
  if (status.kind === 'missing') return looks.unknown;
  const kinds = {
    inProgress: 'waiting',
    delivered: 'delivered',
    notDelivered: 'notDelivered',
    unknown: 'unknown',
  } as const;
  return looks[kinds[status.class]];
}

/** Text colour of a tone, as a class. */
export const toneText: Readonly<Record<Tone, string>> = {
  ok: 'text-ok',
  bad: 'text-bad',
  run: 'text-run',
  warn: 'text-warn',
  mute: 'text-ink3',
};
