import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeText } from '../report/svg.ts';
import { formatUnit } from './format-unit.ts';
import type { PanelData } from './panels.ts';

echarts.use([LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** Colors of text and grid lines. The page's style replaces them in dark mode. */
export const INK = { text: '#57606a', grid: '#d0d7de' };
const PALETTE = [
  '#1a7f37',
  '#0969da',
  '#bc4c00',
  '#8250df',
  '#cf222e',
  '#9a6700',
  '#1b7c83',
  '#bf3989',
  '#57606a',
];
const THRESHOLD = '#cf222e';
/** Wide enough for the fonts of all systems: without a browser, text cannot be measured. */
const LEGEND = { left: 10, rowHeight: 16, iconWidth: 10, gap: 14, characterWidth: 6.9 };
const BYTES_STEP = 32 * 2 ** 20;

/** Draws a panel of lines with a legend and units, as SVG. */
export function drawLines(
  { panel, series }: PanelData,
  { fromSeconds, durationSeconds }: { fromSeconds: number; durationSeconds: number },
  width: number,
  height: number,
): string {
  const { unit, min, max, thresholds } = panel.fieldConfig.defaults;
  const step = stepOf(panel, series);
  const legend = placeLegend(
    series.map(({ name }) => name),
    width,
    height,
  );
  const limits = (thresholds?.steps ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  const label = { color: INK.text, fontSize: 11 };
  const grid = { lineStyle: { color: INK.grid } };
  chart.setOption({
    animation: false,
    color: PALETTE,
    textStyle: { fontFamily: 'system-ui, sans-serif' },
    grid: { left: 66, right: 14, top: 10, bottom: legend.height + 28 },
    xAxis: {
      type: 'value',
      ...{ min: 0, max: durationSeconds, splitLine: { show: false }, axisLine: grid, axisTick: grid },
      axisLabel: {
        ...label,
        formatter: (seconds: number) => `${Math.round(seconds)} s`,
        showMaxLabel: false,
      },
    },
    yAxis: {
      type: 'value',
      ...{ min, max: max ?? (step && step * 4), splitNumber: 4, splitLine: grid, interval: step },
      axisLabel: { ...label, formatter: (value: number) => formatUnit(value, unit) },
    },
    series: series.map(({ name, values }, index) => ({
      name,
      type: 'line',
      showSymbol: values.length === 1,
      lineStyle: { width: 1.5 },
      data: withGaps(values, fromSeconds),
      ...(index === 0 &&
        limits.length > 0 && {
          markLine: {
            ...{ silent: true, symbol: 'none', label: { show: false } },
            lineStyle: { color: THRESHOLD, type: 'dashed' },
            data: limits.map((yAxis) => ({ yAxis })),
          },
        }),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Its styles are about hovering.
  return svg.replace(/<style[\s\S]*?<\/style>/, '').replace('</svg>', `${legend.svg}</svg>`);
}

/** Returns the distance of the four horizontal lines, or `undefined` for one that suits decimal values. */
function stepOf({ fieldConfig }: PanelData['panel'], series: PanelData['series']): number | undefined {
  const { unit, max } = fieldConfig.defaults;
  const highest = Math.max(...series.flatMap(({ values }) => values.map(([, value]) => Number(value) || 0)));
  if (max !== undefined) return max / 4;
  if (unit === 'percentunit' && highest > 0.8 && highest <= 1) return 0.25;
  if (unit === 'bytes') return Math.ceil(highest / 4 / BYTES_STEP) * BYTES_STEP;
  return undefined;
}

/** Converts to `[seconds since the start, value]`, with `null` where the query had no result. */
function withGaps(
  values: PanelData['series'][number]['values'],
  fromSeconds: number,
): Array<[number, number | null]> {
  return values.flatMap(([seconds, text], index) => {
    const point: [number, number | null] = [
      seconds - fromSeconds,
      Number.isFinite(Number(text)) ? Number(text) : null,
    ];
    const previous = values[index - 1]?.[0];
    const isGap = previous !== undefined && seconds - previous > 1.5;
    return isGap ? [[seconds - fromSeconds - 1, null] as [number, null], point] : [point];
  });
}

/** Draws the legend below the chart, in as many rows as its names need. */
function placeLegend(
  names: readonly string[],
  width: number,
  height: number,
): { svg: string; height: number } {
  const places: Array<{ x: number; row: number }> = [];
  let x = LEGEND.left;
  let row = 0;
  for (const name of names) {
    const needed = LEGEND.iconWidth + LEGEND.gap + 4 + name.length * LEGEND.characterWidth;
    if (x > LEGEND.left && x + needed > width) {
      row += 1;
      x = LEGEND.left;
    }
    places.push({ x, row });
    x += needed;
  }
  const top = height - (row + 1) * LEGEND.rowHeight;
  const items = places.map((place, index) => {
    const y = top + place.row * LEGEND.rowHeight;
    return [
      `<path d="M${place.x.toFixed(1)} ${y + 6}h${LEGEND.iconWidth}" stroke="${PALETTE[index % PALETTE.length]}" stroke-width="3"/>`,
      `<text class="legend" x="${(place.x + LEGEND.iconWidth + 4).toFixed(1)}" y="${y + 10}">${escapeText(names[index] ?? '')}</text>`,
    ].join('');
  });
  return { svg: items.join('\n'), height: (row + 1) * LEGEND.rowHeight };
}
