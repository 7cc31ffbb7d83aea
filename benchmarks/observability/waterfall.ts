import type { ExportedSpan } from '@session-token/server/test/otlp-collector.ts';
import { escapeText, svgPage } from '../report/svg.ts';

/** One line of a waterfall. */
export interface Row {
  name: string;
  /** How many spans it is inside of. */
  depth: number;
  /** Since the start of the trace. */
  startMs: number;
  durationMs: number;
  /** Those that the name does not contain; '' for none. */
  attributes: string;
  /** Set on responses with 5xx and on failed work inside. */
  isError: boolean;
}

export interface Waterfall {
  title: string;
  rows: readonly Row[];
}

const WIDTH = 900;
const BARS = { left: 400, right: 820 };
const TITLE_HEIGHT = 34;
const ROW_HEIGHT = 28;
const ATTRIBUTES_HEIGHT = 14;
const BAR_HEIGHT = 14;
const INDENT = 18;
const GAP = 26;
const STATUS_ERROR = 2;
const IN_NAME = new Set(['http.request.method', 'http.route']);

/** Orders the spans of one trace as a tree, callers first and then by time. A span whose caller is missing is a root. */
export function toRows(spans: readonly ExportedSpan[]): Row[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const byStart = spans.toSorted((a, b) => millisecondsBetween(b.startTimeUnixNano, a.startTimeUnixNano));
  const start = byStart[0]?.startTimeUnixNano ?? '0';
  const childrenOf = (parentId: string | undefined) =>
    byStart.filter(({ parentSpanId = '' }) =>
      parentId === undefined ? !ids.has(parentSpanId) : parentSpanId === parentId,
    );
  const visit = (parentId: string | undefined, depth: number): Row[] =>
    childrenOf(parentId).flatMap((span) => [toRow(span, depth, start), ...visit(span.spanId, depth + 1)]);
  return visit(undefined, 0);
}

function toRow(span: ExportedSpan, depth: number, traceStart: string): Row {
  return {
    name: span.name,
    depth,
    startMs: millisecondsBetween(traceStart, span.startTimeUnixNano),
    durationMs: durationMs(span),
    attributes: span.attributes
      .filter(({ key }) => !IN_NAME.has(key))
      .map(({ key, value }) => `${key}: ${Object.values(value)[0]}`)
      .join(', '),
    isError: span.status?.code === STATUS_ERROR,
  };
}

export function durationMs({ startTimeUnixNano, endTimeUnixNano }: ExportedSpan): number {
  return millisecondsBetween(startTimeUnixNano, endTimeUnixNano);
}

/** Subtracts first: a number cannot hold the nanoseconds since 1970. */
function millisecondsBetween(fromNano: string, toNano: string): number {
  return Number(BigInt(toNano) - BigInt(fromNano)) / 1_000_000;
}

/** Renders traces, one below the other, each with its own scale. */
export function renderWaterfalls(waterfalls: readonly Waterfall[]): string {
  let top = 0;
  const parts = waterfalls.map(({ title, rows }) => {
    const totalMs = Math.max(...rows.map((row) => row.startMs + row.durationMs));
    const lines = [`<text class="title" x="0" y="${top + 18}">${escapeText(title)}</text>`];
    top += TITLE_HEIGHT;
    for (const row of rows) {
      lines.push(renderRow(row, top, totalMs));
      top += ROW_HEIGHT + (row.attributes === '' ? 0 : ATTRIBUTES_HEIGHT);
    }
    top += GAP;
    return lines.join('\n');
  });
  return svgPage({
    width: WIDTH,
    height: top - GAP,
    titles: waterfalls.map(({ title }) => title),
    lightStyle:
      '.small { font-size: 11px; } .track { stroke: #d0d7de; } .bar { fill: #1a7f37; } .inner { fill: #0969da; } .error { fill: #cf222e; }',
    darkStyle:
      '.track { stroke: #30363d; } .bar { fill: #3fb950; } .inner { fill: #58a6ff; } .error { fill: #f85149; }',
    parts,
  });
}

function renderRow(row: Row, top: number, totalMs: number): string {
  const scale = (BARS.right - BARS.left) / totalMs;
  const x = BARS.left + row.startMs * scale;
  const width = Math.max(2, row.durationMs * scale);
  const kind = row.isError ? 'error' : row.depth === 0 ? 'bar' : 'inner';
  const textLeft = row.depth * INDENT;
  const durationLeft = Math.min(x + width + 6, BARS.right + 6);
  return [
    `<text x="${textLeft}" y="${top + 12}">${escapeText(row.name)}</text>`,
    `<text class="small" x="${textLeft}" y="${top + 26}">${escapeText(row.attributes)}</text>`,
    `<path class="track" d="M${BARS.left} ${top + BAR_HEIGHT + 4}H${BARS.right}"/>`,
    `<rect class="${kind}" x="${x.toFixed(1)}" y="${top}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" rx="2"/>`,
    `<text class="small" x="${durationLeft.toFixed(1)}" y="${top + 11}">${formatMs(row.durationMs)}</text>`,
  ].join('\n');
}

function formatMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}
