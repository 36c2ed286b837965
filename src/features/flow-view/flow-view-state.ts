/** What of a flow's page a person chose to see. A page keeps it in its address or, for a pasted record, in itself. */
import type { ScaleKind } from '#model/readings/folding.ts';
import type { TimeRange } from '#model/readings/scale.ts';

export interface FlowViewState {
  /** Place of the chosen step, from 0. */
  readonly step: number | null;
  /** Place of the chosen finding, from 0. */
  readonly finding: number | null;
  /** Null for the one that is usual for the flow. */
  readonly scale: ScaleKind | null;
  /** Idle gaps that were opened while others are folded, by milliseconds after the timeline's start. */
  readonly opened: readonly number[];
  /** In milliseconds after the timeline's start, so that it means the same for every viewer. */
  readonly zoom: TimeRange | null;
  /** The record alone, in place of the timeline and the cards. */
  readonly raw: boolean;
}

/** A change, or how to make one from what is chosen by then. */
export type FlowViewChange = Partial<FlowViewState> | ((latest: FlowViewState) => Partial<FlowViewState>);

export function changedFlowView(latest: FlowViewState, change: FlowViewChange): FlowViewState {
  return { ...latest, ...(typeof change === 'function' ? change(latest) : change) };
}

export const initialFlowView: FlowViewState = {
  step: null,
  finding: null,
  scale: null,
  opened: [],
  zoom: null,
  raw: false,
};
