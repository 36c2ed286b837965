/** The Grafana dashboard, from one typed list of panels. `npx vitest run tools/watching -u` writes it to docs/watching/grafana.json. */

type Unit = 'reqps' | 's' | 'bytes' | 'short' | 'percentunit' | 'ops';

interface Query {
  readonly expression: string;
  /** `{{label}}` stands for a label's value. */
  readonly legend: string;
}

interface Panel {
  readonly title: string;
  readonly description: string;
  readonly unit: Unit;
  readonly queries: readonly Query[];
}

interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

const here = 'job=~"$job", instance=~"$instance"';
const rate = (metric: string, chosen = '') =>
  `rate(${metric}{${here}${chosen === '' ? '' : `, ${chosen}`}}[$__rate_interval])`;
const sumBy = (label: string, metric: string, chosen = ''): Query => ({
  expression: `sum by (${label}) (${rate(metric, chosen)})`,
  legend: `{{${label}}}`,
});
const quantiles = (metric: string, chosen = ''): Query[] =>
  [0.5, 0.95, 0.99].map((quantile) => ({
    expression: `histogram_quantile(${quantile}, sum by (le) (${rate(`${metric}_bucket`, chosen)}))`,
    legend: `${quantile * 100} %`,
  }));
const each = (metric: string, what = ''): Query => ({
  expression: `${metric}{${here}}`,
  legend: `{{instance}}${what}`,
});

export const rows: readonly Row[] = [
  {
    title: 'People and scripts',
    panels: [
      {
        title: 'Answers by status',
        description: 'Requests answered a second. 499: who asked had gone.',
        unit: 'reqps',
        queries: [sumBy('status', 'cascade_requests_total')],
      },
      {
        title: 'Time to a page',
        description: 'Until the last byte of a drawn page is out.',
        unit: 's',
        queries: quantiles('cascade_request_seconds', 'route="page"'),
      },
      {
        title: 'Time to an answer of the API',
        description: 'Until the last byte is out, Routee’s part included.',
        unit: 's',
        queries: quantiles('cascade_request_seconds', 'route=~"/api/.*"'),
      },
    ],
  },
  {
    title: 'Routee',
    panels: [
      {
        title: 'Calls by result',
        description: 'A status, or why there was none. Repetitions are counted.',
        unit: 'reqps',
        queries: [sumBy('result', 'cascade_routee_calls_total')],
      },
      {
        title: 'Time of a call',
        description: 'Of single calls to the API, tokens left out.',
        unit: 's',
        queries: quantiles('cascade_routee_call_seconds', 'operation=~"flow|search"'),
      },
      {
        title: 'Calls under way',
        description: 'At ROUTEE_MAX_CALLS for long, people wait for their turn.',
        unit: 'short',
        queries: [
          { expression: `sum by (instance) (cascade_routee_calls_under_way{${here}})`, legend: '{{instance}}' },
        ],
      },
      {
        title: 'Repetitions',
        description: 'Calls that were made again, by reason, and those that were not because too many others were.',
        unit: 'reqps',
        queries: [
          sumBy('reason', 'cascade_routee_retries_total'),
          { expression: `sum(${rate('cascade_routee_retries_refused_total')})`, legend: 'refused' },
        ],
      },
      {
        title: 'Calls without a whole answer',
        description: 'By cause; the log names it, too.',
        unit: 'reqps',
        queries: [sumBy('cause', 'cascade_routee_failures_total')],
      },
      {
        title: 'Tokens',
        description: 'Asked for, by result. Anything but ok for long: the credentials are not right.',
        unit: 'ops',
        queries: [sumBy('result', 'cascade_token_renewals_total')],
      },
    ],
  },
  {
    title: 'Memory of answers',
    panels: [
      {
        title: 'Where flows come from',
        description: 'Memory, a call that was under way, or a call of its own.',
        unit: 'reqps',
        queries: [sumBy('source', 'cascade_flow_answers_total')],
      },
      {
        title: 'Held by answers',
        description: 'On their way, remembered, being sent.',
        unit: 'bytes',
        queries: [each('cascade_answer_bytes')],
      },
      {
        title: 'Tight memory',
        description: 'Answers that wait for memory, and readers a second who were cut off.',
        unit: 'short',
        queries: [
          { expression: `sum(cascade_answers_waiting{${here}})`, legend: 'waiting' },
          { expression: `sum(${rate('cascade_readers_cut_total')})`, legend: 'cut off' },
        ],
      },
    ],
  },
  {
    title: 'History',
    panels: [
      {
        title: 'Kept',
        description: 'Records kept or seen again, a second.',
        unit: 'ops',
        queries: [{ expression: `sum(${rate('cascade_history_kept_total')})`, legend: 'kept' }],
      },
      {
        title: 'Not kept',
        description: 'By reason. Pages go on without it.',
        unit: 'ops',
        queries: [sumBy('reason', 'cascade_history_lost_total')],
      },
      {
        title: 'Waiting to be kept',
        description: 'A queue that grows: the database is slow.',
        unit: 'short',
        queries: [each('cascade_history_waiting')],
      },
    ],
  },
  {
    title: 'Callbacks and replicas',
    panels: [
      {
        title: 'Callbacks',
        description: 'Posted, by what became of them.',
        unit: 'reqps',
        queries: [sumBy('result', 'cascade_callbacks_total')],
      },
      {
        title: 'Shared store',
        description: '1 while it answers; 0: each replica goes on alone.',
        unit: 'short',
        queries: [
          each('cascade_cache_up', ' up'),
          each('cascade_cache_replicas', ' replicas'),
          each('cascade_cache_slots', ' calls at once'),
        ],
      },
      {
        title: 'Asked of the shared store first',
        description: 'What came of it: remembered, waited for another replica, called, or alone.',
        unit: 'reqps',
        queries: [sumBy('result', 'cascade_cache_flights_total')],
      },
      {
        title: 'Asked of it in vain',
        description: 'By reason.',
        unit: 'reqps',
        queries: [sumBy('reason', 'cascade_cache_failures_total')],
      },
      {
        title: 'Time of its answers',
        description: 'What sharing adds to an answer.',
        unit: 's',
        queries: quantiles('cascade_cache_seconds'),
      },
    ],
  },
  {
    title: 'The process',
    panels: [
      {
        title: 'Processor',
        description: 'Of one core.',
        unit: 'percentunit',
        queries: [{ expression: `sum by (instance) (${rate('process_cpu_seconds_total')})`, legend: '{{instance}}' }],
      },
      {
        title: 'Memory',
        description: 'Resident.',
        unit: 'bytes',
        queries: [each('process_resident_memory_bytes')],
      },
      {
        title: 'Event loop',
        description: '99th percentile of its lag: above 0.1 s everybody waits.',
        unit: 's',
        queries: [each('nodejs_eventloop_lag_p99_seconds')],
      },
      {
        title: 'Spans',
        description: 'For the collector of OpenTelemetry, where one is set: sent and lost.',
        unit: 'ops',
        queries: [sumBy('result', 'cascade_spans_total')],
      },
    ],
  },
];

const columns = 3;
const width = 24 / columns;
const height = 8;
const datasource = { type: 'prometheus', uid: `\${datasource}` };

function panelOf(panel: Panel, id: number, x: number, y: number): object {
  return {
    id,
    type: 'timeseries',
    title: panel.title,
    description: panel.description,
    datasource,
    gridPos: { h: height, w: width, x, y },
    fieldConfig: {
      defaults: { unit: panel.unit, min: 0, custom: { fillOpacity: 10, showPoints: 'never' } },
      overrides: [],
    },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
    targets: panel.queries.map(({ expression, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource,
      expr: expression,
      legendFormat: legend,
    })),
  };
}

function panels(): object[] {
  const all: object[] = [];
  let y = 0;
  for (const row of rows) {
    const gridPos = { h: 1, w: 24, x: 0, y };
    all.push({ id: all.length + 1, type: 'row', title: row.title, collapsed: false, gridPos, panels: [] });
    y += 1;
    for (const [index, panel] of row.panels.entries()) {
      const line = Math.floor(index / columns);
      all.push(panelOf(panel, all.length + 1, (index % columns) * width, y + line * height));
    }
    y += Math.ceil(row.panels.length / columns) * height;
  }
  return all;
}

function variable(name: string, label: string, of: string): object {
  const query = `label_values(cascade_requests_total${of}, ${name})`;
  return { name, label, type: 'query', datasource, query, refresh: 2, includeAll: true, multi: true, allValue: '.+' };
}

/** The dashboard as Grafana imports it. */
export function dashboard(): object {
  return {
    uid: 'cascade',
    title: 'Cascade',
    description: 'Flows of Routee’s failover service, as the gateway hands them on.',
    tags: ['cascade'],
    schemaVersion: 39,
    editable: true,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    templating: {
      list: [
        { name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus' },
        variable('job', 'Job', ''),
        variable('instance', 'Replica', '{job=~"$job"}'),
      ],
    },
    panels: panels(),
  };
}
