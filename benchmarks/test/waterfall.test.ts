import type { ExportedSpan } from '@session-token/server/test/otlp-collector.ts';
import { expect, test } from 'vitest';
import { renderWaterfalls, toRows } from '../observability/waterfall.ts';

const START = 1_800_000_000_000_000_000n;

/** A span with times in microseconds since the start of the trace. */
function span(
  spanId: string,
  parentSpanId: string,
  from: number,
  to: number,
  more: Partial<ExportedSpan> = {},
) {
  const at = (microseconds: number) => String(START + BigInt(microseconds) * 1000n);
  const times = { startTimeUnixNano: at(from), endTimeUnixNano: at(to) };
  return { traceId: 't', spanId, parentSpanId, name: spanId, ...times, attributes: [], ...more };
}

const attribute = (key: string, value: Record<string, unknown>) => ({ key, value });

test('orders the spans of a trace as a tree by time, whatever the order of their export', () => {
  const rows = toRows([
    span('write', 'request', 900, 1400),
    span('verify', 'request', 600, 800),
    span('request', 'tap', 500, 1500),
    span('tap', '', 0, 2000),
  ]);
  expect(rows.map(({ name, depth, startMs, durationMs }) => [name, depth, startMs, durationMs])).toEqual([
    ['tap', 0, 0, 2],
    ['request', 1, 0.5, 1],
    ['verify', 2, 0.6, 0.2],
    ['write', 2, 0.9, 0.5],
  ]);
});

test('shows a span whose caller exported nothing as a root', () => {
  const rows = toRows([span('request', 'extension', 10, 20), span('verify', 'request', 12, 14)]);
  expect(rows.map(({ name, depth }) => [name, depth])).toEqual([
    ['request', 0],
    ['verify', 1],
  ]);
});

test('has the attributes that the name does not contain, and marks failed work', () => {
  const [row] = toRows([
    span('GET /a', '', 0, 1, {
      status: { code: 2 },
      attributes: [
        attribute('http.route', { stringValue: '/a' }),
        attribute('http.response.status_code', { intValue: 503 }),
        attribute('error.type', { stringValue: 'overloaded' }),
      ],
    }),
  ]);
  expect(row).toMatchObject({
    attributes: 'http.response.status_code: 503, error.type: overloaded',
    isError: true,
  });
});

test('draws a bar as long as its share of the trace, and escapes text', () => {
  const rows = toRows([span('a<b', '', 0, 1000), span('half', 'a<b', 500, 1000)]);
  const svg = renderWaterfalls([{ title: 'T & U', rows }]);
  const [whole = 0, half = 0] = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  );
  expect(whole).toBeGreaterThan(100);
  expect(half).toBeCloseTo(whole / 2, 1);
  expect(svg).toContain('>a&lt;b</text>');
  expect(svg).toContain('T &amp; U');
  expect(svg).toContain('>1.00 ms</text>');
});
