import { escapeText, svgPage } from '../report/svg.ts';
import { formatUnit } from './format-unit.ts';
import { drawLines, INK } from './panel-chart.ts';
import type { PanelData } from './panels.ts';

const COLUMN = 50;
const ROW = 28;
const GAP = 8;
const TITLE_HEIGHT = 28;
const HEADING_HEIGHT = 36;
const GRID_COLUMNS = 24;
const LINE_HEIGHT = 20;
/** Rows of a table that fit a panel. */
const MAX_ROWS = 8;

/** Draws the panels where Grafana puts them, each with its title. */
export function drawDashboard(
  heading: string,
  all: readonly PanelData[],
  fromSeconds: number,
  toSeconds: number,
): string {
  const bottom = Math.max(...all.map(({ panel: { gridPos } }) => gridPos.y + gridPos.h));
  return svgPage({
    width: GRID_COLUMNS * COLUMN,
    height: HEADING_HEIGHT + bottom * ROW,
    titles: [heading],
    lightStyle: [
      '.panel-title { font-weight: 600; font-size: 12px; } .legend { font-size: 11px; }',
      '.panel { fill: #ffffff; stroke: #d0d7de; } .value { font-size: 40px; font-weight: 600; } .good { fill: #1a7f37; }',
      '.bad { fill: #cf222e; } .head { font-weight: 600; font-size: 12px; } .cell { font-size: 12px; }',
    ].join('\n'),
    darkStyle: [
      '.panel { fill: #0d1117; stroke: #30363d; } .good { fill: #3fb950; } .bad { fill: #f85149; }',
      `text[fill="${INK.text}"] { fill: #c9d1d9; } path[stroke="${INK.grid}"] { stroke: #30363d; }`,
      ...Object.entries(DARK).map(
        ([light, dark]) =>
          `path[stroke="${light}"] { stroke: ${dark}; } path[fill="${light}"] { fill: ${dark}; }`,
      ),
    ].join('\n'),
    parts: [
      `<text class="title" x="4" y="20">${escapeText(heading)}</text>`,
      ...all.map((data) => drawPanel(data, fromSeconds, toSeconds)),
    ],
  });
}

/** The colors of lines in dark mode. */
const DARK: Readonly<Record<string, string>> = {
  '#1a7f37': '#3fb950',
  '#0969da': '#58a6ff',
  '#bc4c00': '#f0883e',
  '#8250df': '#bc8cff',
  '#cf222e': '#f85149',
  '#9a6700': '#d29922',
  '#1b7c83': '#39c5cf',
  '#bf3989': '#f778ba',
};

function drawPanel(data: PanelData, fromSeconds: number, toSeconds: number): string {
  const { title, type, gridPos } = data.panel;
  const width = gridPos.w * COLUMN - GAP;
  const height = gridPos.h * ROW - GAP;
  const body = {
    timeseries: () =>
      placed(
        drawLines(
          data,
          { fromSeconds, durationSeconds: toSeconds - fromSeconds },
          width,
          height - TITLE_HEIGHT - 4,
        ),
      ),
    stat: () => drawStat(data, toSeconds, width, height),
    table: () => drawTable(data, width),
  }[type]();
  return [
    `<g transform="translate(${gridPos.x * COLUMN + GAP / 2} ${HEADING_HEIGHT + gridPos.y * ROW + GAP / 2})">`,
    `<rect class="panel" width="${width}" height="${height}" rx="4"/>`,
    `<text class="panel-title" x="10" y="19">${escapeText(title)}</text>`,
    body,
    '</g>',
  ].join('\n');
}

/** Moves a chart below the panel's title, as a part of this picture instead of one inside it. */
function placed(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>/, `<g transform="translate(0 ${TITLE_HEIGHT})">`)
    .replace(/<\/svg>\s*$/, '</g>');
}

function drawStat({ panel, series }: PanelData, toSeconds: number, width: number, height: number): string {
  const value = Number(series[0]?.values.at(-1)?.[1]);
  const { unit, mappings = [] } = panel.fieldConfig.defaults;
  const mapped = mappings[0]?.options[value];
  const text =
    mapped?.text ?? (unit === 'dateTimeFromNow' ? agoText(value / 1000, toSeconds) : formatUnit(value, unit));
  const kind = mapped?.color === 'red' ? 'bad' : 'good';
  return `<text class="value ${kind}" style="font-size: ${text.length > 8 ? 28 : 40}px" x="${width / 2}" y="${height / 2 + 20}" text-anchor="middle">${escapeText(text)}</text>`;
}

function agoText(seconds: number, nowSeconds: number): string {
  return `${Math.round(nowSeconds - seconds)} seconds ago`;
}

/** Draws the labels of each series as columns, as Grafana's table does, without those that are the same everywhere. */
function drawTable({ series }: PanelData, width: number): string {
  const labels = [...new Set(series.flatMap(({ metric }) => Object.keys(metric)))].filter(
    (label) => !HIDDEN.has(label),
  );
  const rows = series
    .slice(0, MAX_ROWS)
    .map(({ metric, values }) => [
      ...labels.map((label) => metric[label] ?? ''),
      formatUnit(Number(values.at(-1)?.[1]), 'short'),
    ]);
  const lefts = columnLefts([[...labels, 'Value'], ...rows], width);
  const line = (cells: readonly string[], row: number, kind: string) =>
    cells
      .map(
        (cell, column) =>
          `<text class="${kind}" x="${lefts[column]}" y="${TITLE_HEIGHT + 16 + row * LINE_HEIGHT}">${escapeText(cell)}</text>`,
      )
      .join('');
  return [
    line([...labels, 'Value'], 0, 'head'),
    ...rows.map((cells, row) => line(cells, row + 1, 'cell')),
  ].join('\n');
}

/** Gives each column a share of the width by its longest text. */
function columnLefts(rows: ReadonlyArray<readonly string[]>, width: number): number[] {
  const lengths = rows[0]!.map((_, column) => 2 + Math.max(...rows.map((cells) => cells[column]!.length)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  return lengths.map((length) => {
    const left = 10 + ((width - 20) * before) / total;
    before += length;
    return Math.round(left);
  });
}

const HIDDEN = new Set(['__name__', 'instance', 'job', 'alertstate']);
