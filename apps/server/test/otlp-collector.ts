import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface ExportedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  /** Code 2 is an error. */
  status?: { code?: number };
  attributes: Array<{ key: string; value: Record<string, unknown> }>;
}

export interface OtlpCollector {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  /** Everything received: URL, headers and body of each request. */
  received: Array<{ url: string; headers: object; body: unknown }>;
  /** Spans received so far, in the order of their end. */
  spans: () => ExportedSpan[];
  close: () => void;
}

interface TraceRequest {
  resourceSpans: Array<{ scopeSpans: Array<{ spans: ExportedSpan[] }> }>;
}

/** Starts a receiver of traces on loopback (OTLP over HTTP, as JSON), which answers with this status. */
export async function startOtlpCollector(status = 200): Promise<OtlpCollector> {
  const received: OtlpCollector['received'] = [];
  const server = createServer(async (request, response) => {
    received.push({ url: request.url ?? '', headers: request.headers, body: await json(request) });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"canary-response"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    spans: () =>
      received.flatMap(({ body }) =>
        (body as TraceRequest).resourceSpans.flatMap(({ scopeSpans }) =>
          scopeSpans.flatMap(({ spans }) => spans),
        ),
      ),
    close: () => server.close(),
  };
}
