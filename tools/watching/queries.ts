/** What a PromQL expression reads: metrics, and the labels by which it chooses and groups them. */
import * as z from 'zod/mini';
import { createMetrics } from '#server/metrics.ts';
import { createCacheMetrics } from '#server/replicas/cache-metrics.ts';

/** Labels that a scrape adds to every metric. */
const ofScrape = ['job', 'instance'];

/** Metrics that the gateway registers, each with the labels that it may have. */
export function registeredMetrics(): ReadonlyMap<string, readonly string[]> {
  const metrics = createMetrics();
  metrics.watchAnswers(() => ({ bytes: 0, waiting: 0 }));
  metrics.watchHistory(() => 0);
  createCacheMetrics(metrics.registry);
  // prom-client's types do not tell the names of labels.
  const schema = z.object({ labelNames: z.array(z.string()) });
  const known = new Map<string, readonly string[]>([['up', ofScrape]]);
  for (const { name, type } of metrics.registry.getMetricsAsArray()) {
    const { labelNames } = schema.parse(metrics.registry.getSingleMetric(name));
    const labels = [...labelNames, ...ofScrape];
    // The types say a number, prom-client gives the word.
    if (String(type) !== 'histogram') known.set(name, labels);
    else {
      known.set(`${name}_bucket`, [...labels, 'le']);
      for (const part of ['sum', 'count']) known.set(`${name}_${part}`, labels);
    }
  }
  return known;
}

interface Selected {
  readonly metric: string;
  readonly labels: readonly string[];
}

/** The metrics in an expression, each with the labels it is chosen by. */
function selectedIn(expression: string): Selected[] {
  const found = expression.matchAll(/\b((?:cascade|process|nodejs)_\w+|up)\b(?:\{([^}]*)\})?/g);
  return [...found].map(([, metric = '', chosen = '']) => ({
    metric,
    labels: [...chosen.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
  }));
}

/** The labels in `by (…)`. */
function groupedBy(expression: string): string[] {
  return [...expression.matchAll(/\bby\s*\(([^)]*)\)/g)].flatMap(([, labels = '']) =>
    labels.split(',').map((label) => label.trim()),
  );
}

/** What an expression reads that no gateway gives: metrics, labels; empty where all is there. */
export function unknownIn(expression: string, known: ReadonlyMap<string, readonly string[]>): string[] {
  const selected = selectedIn(expression);
  const there = selected.flatMap(({ metric }) => known.get(metric) ?? []);
  return [
    ...(selected.length === 0 ? [`no metric in ${expression}`] : []),
    ...selected.flatMap(({ metric, labels }) => {
      const own = known.get(metric);
      if (own === undefined) return [metric];
      return labels.filter((label) => !own.includes(label)).map((label) => `${metric}{${label}}`);
    }),
    ...groupedBy(expression).filter((label) => !there.includes(label)),
  ];
}
