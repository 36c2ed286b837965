/** The address of a flow's page: building it and reading it back. Defaults stay out of it, what cannot be read becomes them. */
import { readMoment } from '#contract/moment.ts';
import type { FlowViewState } from '#features/flow-view/flow-view-state.ts';
import type { EpochMs } from '#model/values/time.ts';

/** The address of a flow's page, as the viewer would first see it. */
export function flowPath(trackingId: string): string {
  return `/flows/${encodeURIComponent(trackingId)}`;
}

function place(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) - 1 : null;
}

function zoomRange(text: string | null): FlowViewState['zoom'] {
  const match = /^(-?\d{1,12})~(-?\d{1,12})$/.exec(text ?? '');
  if (match === null) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  return from < to ? { from, to } : null;
}

const scales: readonly string[] = ['even', 'true', 'folded'] satisfies readonly FlowViewState['scale'][];
const isScale = (text: string | null): text is NonNullable<FlowViewState['scale']> =>
  text !== null && scales.includes(text);

/** More gaps than this are not opened by hand. */
const mostOpened = 100;
const nothingOpened: readonly number[] = [];

/** "0,600000" */
function offsets(text: string | null): readonly number[] {
  const parts = text?.split(',') ?? [];
  return parts.length > 0 && parts.length <= mostOpened && parts.every((part) => /^\d{1,12}$/.test(part))
    ? parts.map(Number)
    : nothingOpened;
}

/**
 * `?step=2&finding=1&scale=folded&open=0,600000&zoom=0~4500&view=raw`; steps and findings count from 1. `open` holds the
 * folded gaps that are drawn open, by when they begin; that and zoom are milliseconds after the timeline's start.
 */
export function readFlowView(search: URLSearchParams): FlowViewState {
  const scale = search.get('scale');
  return {
    step: place(search.get('step')),
    finding: place(search.get('finding')),
    scale: isScale(scale) ? scale : null,
    opened: scale === 'folded' ? offsets(search.get('open')) : nothingOpened,
    zoom: zoomRange(search.get('zoom')),
    raw: search.get('view') === 'raw',
  };
}

/** `?asof=2026-11-27T12:01:00Z`: the page as it was then, out of the history; null for as it is. */
export function readAsOf(search: URLSearchParams): EpochMs | null {
  return readMoment(search.get('asof') ?? '');
}

function put(search: URLSearchParams, name: string, value: string | null): void {
  if (value === null) search.delete(name);
  else search.set(name, value);
}

/** The same address with this view; what else stands in it (the zone) stays. */
export function withFlowView(search: URLSearchParams, view: FlowViewState): URLSearchParams {
  const changed = new URLSearchParams(search);
  put(changed, 'step', view.step === null ? null : String(view.step + 1));
  put(changed, 'finding', view.finding === null ? null : String(view.finding + 1));
  put(changed, 'scale', view.scale);
  put(changed, 'open', view.scale !== 'folded' || view.opened.length === 0 ? null : view.opened.join(','));
  put(changed, 'zoom', view.zoom === null ? null : `${view.zoom.from}~${view.zoom.to}`);
  put(changed, 'view', view.raw ? 'raw' : null);
  return changed;
}
