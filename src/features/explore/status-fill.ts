/** Colours of flow statuses in charts, and of the bands of channels. */

import type { RowStatus } from '#model/explore/row.ts';
import { readChannel } from '#model/record/channel.ts';
import { channelColours } from '../look/looks.ts';

/** From the bottom of a bar to its top. */
export const statusOrder: readonly RowStatus[] = ['succeeded', 'failed', 'running', 'unknown'];

export const statusFill: Readonly<Record<RowStatus, string>> = {
  succeeded: 'color-mix(in srgb, var(--ok) 72%, var(--panel))',
  failed: 'var(--bad)',
  running: 'var(--run)',
  unknown: 'var(--ink3)',
};

/** Paler, for bands that text stands on. */
export const statusBand: Readonly<Record<RowStatus, string>> = {
  succeeded: 'color-mix(in srgb, var(--ok) 28%, var(--panel))',
  failed: 'color-mix(in srgb, var(--bad) 38%, var(--panel))',
  running: 'color-mix(in srgb, var(--run) 32%, var(--panel))',
  unknown: 'color-mix(in srgb, var(--ink3) 32%, var(--panel))',
};

export function channelFill(channel: string): string {
  return channelColours(readChannel(channel)).solid;
}

export function channelBand(channel: string): string {
  return `color-mix(in srgb, ${channelColours(readChannel(channel)).solid} 24%, var(--panel))`;
}
