import { escapeText, svgPage } from './svg.ts';
import { formatNumber } from './tables.ts';

export interface Bar {
  label: string;
  value: number;
  /** Highlights the bar in the color of this project. */
  ours: boolean;
}

const WIDTH = 760;
const LABEL_WIDTH = 320;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 22;
const TITLE_HEIGHT = 34;
const FIGURE_WIDTH = 60;

/** Renders horizontal bar charts, one below the other, for light and dark pages. */
export function barCharts(charts: readonly { title: string; bars: readonly Bar[] }[]): string {
  let top = 0;
  const drawn = charts.map(({ title, bars }) => {
    const longest = Math.max(...bars.map(({ value }) => value));
    const parts = [`<text class="title" x="0" y="${top + 22}">${escapeText(title)}</text>`];
    top += TITLE_HEIGHT;
    for (const bar of bars) {
      parts.push(drawBar(bar, top, ((WIDTH - LABEL_WIDTH - FIGURE_WIDTH) * bar.value) / longest));
      top += ROW_HEIGHT;
    }
    top += ROW_HEIGHT / 2;
    return parts.join('\n');
  });
  return svgPage({
    width: WIDTH,
    height: top,
    titles: charts.map(({ title }) => title),
    lightStyle: '.ours { fill: #1a7f37; } .other { fill: #8c959f; }',
    darkStyle: '.ours { fill: #3fb950; } .other { fill: #6e7681; }',
    parts: drawn,
  });
}

function drawBar({ label, value, ours }: Bar, top: number, width: number): string {
  const textTop = top + BAR_HEIGHT - 3;
  return [
    `<text x="${LABEL_WIDTH - 8}" y="${textTop}" text-anchor="end">${escapeText(label)}</text>`,
    `<rect class="${ours ? 'ours' : 'other'}" x="${LABEL_WIDTH}" y="${top}" width="${Math.max(1, width).toFixed(1)}" height="${BAR_HEIGHT}"/>`,
    `<text x="${(LABEL_WIDTH + width + 6).toFixed(1)}" y="${textTop}">${formatNumber(value)}</text>`,
  ].join('\n');
}
