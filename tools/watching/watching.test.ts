/** The dashboard and the alerts read only what the gateway gives, and each alert does what it is for. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { dashboard, rows } from './dashboard.ts';
import { registeredMetrics, unknownIn } from './queries.ts';

const folder = join(import.meta.dirname, '../../docs/watching');
const known = registeredMetrics();

test.each([
  ['rate(cascade_requests_total{status="500"}[5m])', []],
  ['sum by (le, route) (rate(cascade_request_seconds_bucket[5m]))', []],
  ['cascade_request_seconds', ['cascade_request_seconds']],
  ['rate(cascade_request_total[5m])', ['cascade_request_total']],
  ['sum by (reason) (cascade_requests_total{job="a", code!="500"})', ['cascade_requests_total{code}', 'reason']],
  ['vector(1)', ['no metric in vector(1)']],
])('%s reads what is not there: %s', (expression, unknown) => {
  expect(unknownIn(expression, known)).toEqual(unknown);
});

describe('the dashboard', () => {
  const panels = rows.flatMap(({ title, panels }) => panels.map((panel) => ({ row: title, ...panel })));

  it.each(panels)('$row: “$title” reads metrics and labels that the gateway gives', ({ queries }) => {
    expect(queries.length).toBeGreaterThan(0);
    for (const { expression, legend } of queries) {
      expect(unknownIn(expression, known)).toEqual([]);
      const named = [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = '']) => label);
      const grouping = /\bby \(([^)]*)\)/.exec(expression)?.[1] ?? 'instance';
      expect(named.filter((label) => !grouping.split(', ').includes(label))).toEqual([]);
    }
  });

  it('shows each metric of ours somewhere', () => {
    const text = JSON.stringify(rows);
    const ours = [...known.keys()].filter((name) => name.startsWith('cascade_') && !/_(?:sum|count)$/.test(name));
    expect(ours.length).toBeGreaterThan(15);
    expect(ours.filter((name) => !text.includes(`${name}{`))).toEqual([]);
  });

  it('is what docs/watching/grafana.json holds', async () => {
    await expect(`${JSON.stringify(dashboard(), null, 2)}\n`).toMatchFileSnapshot(join(folder, 'grafana.json'));
  });

  it('has panels that lie beside each other, each with an ID of its own', () => {
    const place = z.object({
      id: z.number(),
      gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
    });
    const { panels: placed } = z.object({ panels: z.array(place) }).parse(dashboard());
    expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length);
    const cells = placed.flatMap(({ gridPos: { h, w, x, y } }) =>
      Array.from({ length: h * w }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...placed.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });
});

describe('the alerts', () => {
  const alertSchema = z.object({
    alert: z.string(),
    expr: z.string(),
    labels: z.object({ severity: z.enum(['critical', 'warning']) }),
    annotations: z.object({ summary: z.string(), description: z.string() }),
  });
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'));
  const { groups } = z.object({ groups: z.array(z.object({ rules: z.array(alertSchema) })) }).parse(read('alerts.yml'));
  const alerts = groups.flatMap(({ rules }) => rules);

  it.each(alerts)('$alert reads metrics and labels that the gateway gives', ({ expr }) => {
    expect(unknownIn(expr, known)).toEqual([]);
  });

  it('are each tried, when it is to be silent and when it is to be heard', () => {
    const trySchema = z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) });
    const { tests } = z
      .object({ tests: z.array(z.object({ alert_rule_test: z.array(trySchema) })) })
      .parse(read('alerts.test.yml'));
    const tries = tests.flatMap(({ alert_rule_test: own }) => own);
    for (const { alert } of alerts) {
      const expected = tries
        .filter(({ alertname }) => alertname === alert)
        .map(({ exp_alerts: heard }) => heard.length);
      expect([alert, expected]).toEqual([alert, expect.arrayContaining([0, 1])]);
    }
  });

  const promtool = spawnSync('promtool', ['--version']).error === undefined;
  if (!promtool) process.stderr.write('promtool is not installed (Debian: prometheus): the alerts are not tried.\n');

  it.skipIf(!promtool)('are rules to Prometheus’ own promtool, and fire as they are tried there', () => {
    const run = (...words: string[]) => spawnSync('promtool', words, { cwd: folder, encoding: 'utf8' });
    const check = run('check', 'rules', '--lint-fatal', 'alerts.yml');
    expect([check.status, check.stderr]).toEqual([0, '']);
    const tried = run('test', 'rules', 'alerts.test.yml');
    expect([tried.status, tried.status === 0 ? '' : tried.stdout + tried.stderr]).toEqual([0, '']);
  });
});
