import { ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  type SpanExporter,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { createTracing, type TracedServer, type Tracing } from './tracing.ts';

export interface TracingProcess extends Tracing {
  /** Exports the pending spans. Resolves when done, whether or not it succeeds. */
  shutdown(): Promise<void>;
}

export interface TracingOptions extends TracedServer {
  /** Share of traces to export, from 0 to 1. */
  sampledShare: number;
  logger: { warn(message: string): void };
}

const NAME = 'session-token-server';
const LOG_INTERVAL_MS = 60_000;

/** Starts the OpenTelemetry SDK, which reads the rest of its settings (`OTEL_…`) from the environment itself. */
export function startTracing({ sampledShare, logger, ...server }: TracingOptions): TracingProcess {
  const exporter = warnOfFailures(new OTLPTraceExporter(), logger);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': NAME }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    sampler: new AlwaysOnSampler(), // `createTracing` has decided
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  return {
    ...createTracing(provider.getTracer(NAME), server, () => Math.random() < sampledShare),
    shutdown: () => provider.shutdown().catch(() => {}), // logged by the exporter
  };
}

/** Logs that spans are lost, at most once per minute. The error may contain the collector's response, so is not logged. */
function warnOfFailures(exporter: SpanExporter, logger: TracingOptions['logger']): SpanExporter {
  let loggedAt = Number.NEGATIVE_INFINITY;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.code !== ExportResultCode.SUCCESS && performance.now() - loggedAt >= LOG_INTERVAL_MS) {
          loggedAt = performance.now();
          logger.warn('traces cannot be exported; check OTEL_EXPORTER_OTLP_ENDPOINT and the collector');
        }
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush && { forceFlush: () => exporter.forceFlush!() }),
  };
}
