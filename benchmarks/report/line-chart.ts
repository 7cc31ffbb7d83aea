import { escapeText, svgPage } from './svg.ts';

export interface Line {
  label: string;
  /** Lines of one color belong together. */
  color: 'green' | 'blue' | 'orange' | 'purple';
  isDashed: boolean;
  /** Shares from 0 to 1, one per tick of the chart. */
  shares: readonly number[];
}

export interface LineChart {
  title: string;
  xTitle: string;
  ticks: readonly string[];
  lines: readonly Line[];
}

const WIDTH = 760;
const PLOT = { left: 56, right: 570, top: 36, height: 260 };
const CHART_HEIGHT = PLOT.top + PLOT.height + 56;
const LABEL_DISTANCE = 15;

/** Renders line charts of shares, one below the other, each line with its name at its end. */
export function lineCharts(charts: readonly LineChart[]): string {
  return svgPage({
    width: WIDTH,
    height: CHART_HEIGHT * charts.length,
    titles: charts.map(({ title }) => title),
    lightStyle: [
      '.line { fill: none; stroke: currentColor; stroke-width: 2; } .dashed { stroke-dasharray: 5 4; }',
      '.end { fill: currentColor; } .grid { stroke: #d0d7de; } .green { color: #1a7f37; }',
      '.blue { color: #0969da; } .orange { color: #bc4c00; } .purple { color: #8250df; }',
    ].join('\n'),
    darkStyle: [
      '.end { fill: currentColor; } .grid { stroke: #30363d; } .green { color: #3fb950; }',
      '.blue { color: #58a6ff; } .orange { color: #f0883e; } .purple { color: #bc8cff; }',
    ].join(' '),
    parts: charts.map(
      (chart, index) => `<g transform="translate(0 ${index * CHART_HEIGHT})">\n${drawChart(chart)}\n</g>`,
    ),
  });
}

function drawChart({ title, xTitle, ticks, lines }: LineChart): string {
  const step = (PLOT.right - PLOT.left) / (ticks.length - 1);
  const x = (index: number) => Math.round(PLOT.left + index * step);
  const bottom = PLOT.top + PLOT.height;
  const labelTops = spreadOut(lines.map(({ shares }) => y(shares.at(-1)!)));
  return [
    `<text class="title" x="0" y="18">${escapeText(title)}</text>`,
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      `<path class="grid" d="M${PLOT.left} ${y(share)}H${PLOT.right}"/>`,
      `<text x="${PLOT.left - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
    ]),
    ...ticks.map(
      (tick, index) =>
        `<text x="${x(index)}" y="${bottom + 20}" text-anchor="middle">${escapeText(tick)}</text>`,
    ),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${bottom + 40}" text-anchor="middle">${escapeText(xTitle)}</text>`,
    ...lines.flatMap(({ label, color, isDashed, shares }, line) => [
      `<path class="line ${color}${isDashed ? ' dashed' : ''}" d="M${shares.map((share, index) => `${x(index)} ${y(share)}`).join('L')}"/>`,
      `<text class="end ${color}" x="${PLOT.right + 8}" y="${labelTops[line]! + 4}">${escapeText(label)}</text>`,
    ]),
  ].join('\n');
}

function y(share: number): number {
  return Math.round(PLOT.top + PLOT.height * (1 - share));
}

/** Moves labels down until none covers another. */
function spreadOut(tops: readonly number[]): number[] {
  const moved = [...tops];
  let free = Number.NEGATIVE_INFINITY;
  for (const index of [...tops.keys()].toSorted((a, b) => tops[a]! - tops[b]!)) {
    moved[index] = Math.max(tops[index]!, free);
    free = moved[index] + LABEL_DISTANCE;
  }
  return moved;
}
