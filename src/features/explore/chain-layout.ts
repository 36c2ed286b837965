/** Where the nodes and bands of the chain stand: columns by place, the ends last; as high as they have flows. */
import type { ChainData, ChainLink, ChainNode } from './chain-data.ts';

export interface PlacedNode {
  readonly node: ChainNode;
  readonly flows: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A band of even height between two nodes. */
export interface PlacedLink {
  readonly link: ChainLink;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly height: number;
}

export interface ChainLayout {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly gap: number;
  /** Every node has at least so much height to itself, for its name; it stands in the middle of it. */
  readonly slot?: number;
}

/** What succeeds leaves a node at its top, what goes on under it, what fails at its bottom. */
const leaving = { succeeded: 0, running: 2, unknown: 3, failed: 4 } as const;
const goingOn = 1;

function leavingRank({ band: { to } }: ChainLink): number {
  return to.kind === 'end' ? leaving[to.status] : goingOn;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Nodes that keep to the height they would like, as far as those above them and the borders let them. */
function stacked(wished: readonly { readonly at: number; readonly height: number }[], size: Size): number[] {
  const tops: number[] = [];
  let free = 0;
  for (const { at, height } of wished) {
    tops.push(Math.max(free, at));
    free = (tops.at(-1) ?? 0) + height + size.gap;
  }
  let below = size.height;
  for (let index = tops.length - 1; index >= 0; index--) {
    tops[index] = Math.min(tops[index] ?? 0, below - (wished[index]?.height ?? 0));
    below = (tops[index] ?? 0) - size.gap;
  }
  return tops;
}

/** Pixels a flow, so that a column's nodes fit one under the other, each with its slot. */
function scaleOf(flows: readonly number[], { height, gap, slot = 0 }: Size): number {
  const room = height - gap * (flows.length - 1);
  let scale = room / Math.max(1, sum(flows));
  // What is lower than its slot takes the slot; the others share what is left, and may get lower than theirs by that.
  for (let low = -1; ; ) {
    const high = flows.filter((count) => count * scale >= slot);
    if (flows.length - high.length === low || high.length === 0) return scale;
    low = flows.length - high.length;
    scale = Math.max(0, room - slot * low) / Math.max(1, sum(high));
  }
}

export function chainLayout({ nodes, links }: ChainData, size: Size): ChainLayout {
  const flowsOf = (index: number) => {
    const values = (end: 'source' | 'target') => links.filter((link) => link[end] === index).map(({ value }) => value);
    return Math.max(sum(values('source')), sum(values('target')));
  };
  const flows = nodes.map((_, index) => flowsOf(index));
  const places = nodes.map((node) => (node.kind === 'step' ? node.place : Number.POSITIVE_INFINITY));
  const columns = [...new Set(places)].sort((a, b) => a - b);
  const column = (place: number) => nodes.flatMap((_, index) => (places[index] === place ? [index] : []));
  const slot = size.slot ?? 0;
  const scale = Math.min(
    ...columns.map((place) =>
      scaleOf(
        column(place).map((at) => flows[at] ?? 0),
        size,
      ),
    ),
  );
  const heights = flows.map((count) => count * scale);
  const tops = new Array<number>(nodes.length).fill(0);
  const starts = new Map<ChainLink, number>();
  const ends = new Map<ChainLink, number>();
  columns.forEach((place, order) => {
    const members = column(place);
    const entering = (index: number) => links.filter((link) => link.target === index);
    const wish = (index: number) => Math.min(...entering(index).map((link) => starts.get(link) ?? 0));
    const wished = members.map((index) => {
      const height = Math.max(slot, heights[index] ?? 0);
      return { at: order === 0 ? 0 : wish(index) - (height - (heights[index] ?? 0)) / 2, height };
    });
    stacked(wished, size).forEach((top, at) => {
      const index = members[at] ?? 0;
      tops[index] = top + ((wished[at]?.height ?? 0) - (heights[index] ?? 0)) / 2;
    });
    for (const index of members) {
      const leave = links.filter((link) => link.source === index).sort((a, b) => leavingRank(a) - leavingRank(b));
      fill(leave, tops[index] ?? 0, scale, starts);
      const enter = entering(index).sort((a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0));
      fill(enter, tops[index] ?? 0, scale, ends);
    }
  });
  const step = columns.length < 2 ? 0 : (size.width - size.nodeWidth) / (columns.length - 1);
  const xOf = (index: number) => columns.indexOf(places[index] ?? 0) * step;
  return {
    nodes: nodes.map((node, index) => ({
      node,
      flows: flows[index] ?? 0,
      x: xOf(index),
      y: tops[index] ?? 0,
      height: heights[index] ?? 0,
    })),
    links: links.map((link) => ({
      link,
      fromX: xOf(link.source) + size.nodeWidth,
      fromY: starts.get(link) ?? 0,
      toX: xOf(link.target),
      toY: ends.get(link) ?? 0,
      height: link.value * scale,
    })),
  };
}

/** One under the other from `top` on. */
function fill(links: readonly ChainLink[], top: number, scale: number, tops: Map<ChainLink, number>): void {
  let at = top;
  for (const link of links) {
    tops.set(link, at);
    at += link.value * scale;
  }
}
