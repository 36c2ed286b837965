/** The bands between tries as the nodes and links of a Sankey. */

import type { Aggregate, Band } from '#model/explore/aggregate.ts';
import type { RowStatus } from '#model/explore/row.ts';

export type ChainNode =
  | { readonly kind: 'step'; readonly place: number; readonly channel: string }
  | { readonly kind: 'end'; readonly status: RowStatus };

export interface ChainLink {
  readonly source: number;
  readonly target: number;
  readonly value: number;
  readonly band: Band;
}

export interface ChainData {
  readonly nodes: readonly ChainNode[];
  readonly links: readonly ChainLink[];
}

const endOrder: readonly RowStatus[] = ['succeeded', 'running', 'unknown', 'failed'];
/** Longer chains are rare, and drawing them would squeeze the rest. */
const mostPlaces = 4;

function nodeKey(node: ChainNode): string {
  return node.kind === 'end' ? `-${node.status}` : `${node.place} ${node.channel}`;
}

/** Nodes by place, the busiest first, then the ends; links in the order of the nodes they leave. */
export function chainData({ bands }: Pick<Aggregate, 'bands'>): ChainData {
  const drawn = [...bands.values()].filter(
    ({ band }) => band.place < mostPlaces || (band.place === mostPlaces && band.to.kind === 'end'),
  );
  const totals = new Map<string, { node: ChainNode; count: number }>();
  const count = (node: ChainNode, amount: number) => {
    const key = nodeKey(node);
    totals.set(key, { node, count: (totals.get(key)?.count ?? 0) + amount });
  };
  for (const { band, count: amount } of drawn) {
    count(sourceOf(band), amount);
    count(targetOf(band), 0);
  }
  const sorted = [...totals.values()].sort((a, b) => rank(a.node) - rank(b.node) || b.count - a.count);
  const places = new Map(sorted.map(({ node }, index) => [nodeKey(node), index]));
  const links = drawn.map(({ band, count: value }) => ({
    source: places.get(nodeKey(sourceOf(band))) ?? 0,
    target: places.get(nodeKey(targetOf(band))) ?? 0,
    value,
    band,
  }));
  links.sort((a, b) => a.source - b.source || a.target - b.target);
  return { nodes: sorted.map(({ node }) => node), links };
}

const sourceOf = ({ place, from }: Band): ChainNode => ({ kind: 'step', place, channel: from });

function targetOf({ place, to }: Band): ChainNode {
  return to.kind === 'end' ? to : { kind: 'step', place: place + 1, channel: to.channel };
}

function rank(node: ChainNode): number {
  return node.kind === 'step' ? node.place : 100 + endOrder.indexOf(node.status);
}
