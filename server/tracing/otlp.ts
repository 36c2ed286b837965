/** Spans for a collector of OpenTelemetry's, by its own packages. Loaded only where `OTEL_EXPORTER_OTLP_ENDPOINT` is set. */
import { hostname } from 'node:os';
import { type HrTime, SpanKind, SpanStatusCode, TraceFlags } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace';
import type { Metrics } from '../metrics.ts';
import type { FinishedSpan, Spans } from './spans.ts';

interface Options {
  /** As `http://collector:4318`; `/v1/traces` is appended. */
  readonly endpoint: string;
  readonly version: string;
  readonly metrics: Pick<Metrics, 'spans'>;
}

/** A collector that is away holds nothing up. */
const longestMs = 3000;

function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}

/** Counts what was taken and what was not. */
function counted(exporter: SpanExporter, { spans: count }: Options['metrics']): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        // OpenTelemetry's ExportResultCode: 0 is success.
        count.inc({ result: result.code === 0 ? 'sent' : 'lost' }, spans.length);
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
}

/**
 * Our spans are finished when they are told, with IDs of their own, so they go to the processor as they are: the tracer of
 * OpenTelemetry would invent others than those that Routee and the log have been given.
 */
export function otlpSpans({ endpoint, version, metrics }: Options): Spans {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = counted(new OTLPTraceExporter({ url, timeoutMillis: longestMs }), metrics);
  const processor = new BatchSpanProcessor({ exporter, exportTimeoutMillis: longestMs });
  const resource = resourceFromAttributes({
    'service.name': 'cascade',
    'service.version': version,
    'service.instance.id': hostname(),
  });
  const place = (traceId: string, spanId: string) => ({ traceId, spanId, traceFlags: TraceFlags.SAMPLED });
  const readable = (span: FinishedSpan): ReadableSpan => ({
    name: span.name,
    kind: span.kind === 'server' ? SpanKind.SERVER : SpanKind.CLIENT,
    spanContext: () => place(span.traceId, span.spanId),
    ...(span.parentId === null ? {} : { parentSpanContext: place(span.traceId, span.parentId) }),
    startTime: hrTime(span.startedAt),
    endTime: hrTime(span.startedAt + span.ms),
    duration: hrTime(span.ms),
    status: { code: span.failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    attributes: span.attributes,
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: { name: 'cascade', version },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  });
  return {
    record: (span) => processor.onEnd(readable(span)),
    // What could not be sent is counted; the gateway ends all the same.
    close: () => processor.shutdown().catch(() => {}),
  };
}
