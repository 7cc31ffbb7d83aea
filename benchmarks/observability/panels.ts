import { readFileSync } from 'node:fs';
import type { Prometheus, Series } from './prometheus.ts';

const MONITORING = new URL('../../apps/server/monitoring/', import.meta.url);
export const RULES_FILE = new URL('alerts.yml', MONITORING).pathname;

/** The parts of a panel in Grafana's dashboard format that are drawn. */
export interface Panel {
  title: string;
  type: 'timeseries' | 'stat' | 'table';
  /** In Grafana's grid, which is 24 wide. */
  gridPos: { x: number; y: number; w: number; h: number };
  targets: Array<{ expr: string; legendFormat: string; instant?: boolean }>;
  fieldConfig: {
    defaults: {
      unit: string;
      min?: number;
      max?: number;
      mappings?: Array<{ options: Record<string, { text: string; color: string }> }>;
      thresholds?: { steps: Array<{ color: string; value: number | null }> };
    };
  };
}

export const PANELS = (
  JSON.parse(readFileSync(new URL('grafana/dashboards/server.json', MONITORING), 'utf8')) as {
    panels: Panel[];
  }
).panels;

export interface PanelData {
  panel: Panel;
  series: Array<Series & { name: string }>;
}

/** Grafana's `$__rate_interval`: four scrape intervals. */
const RATE_INTERVAL = '4s';

/**
 * Evaluates every query of the dashboard, as Grafana would.
 *
 * @throws if a query is invalid or has no result, with the names of all such panels
 */
export async function readPanels(
  prometheus: Prometheus,
  fromSeconds: number,
  toSeconds: number,
  panels: readonly Panel[] = PANELS,
): Promise<PanelData[]> {
  const problems: string[] = [];
  const all: PanelData[] = [];
  for (const panel of panels) {
    const series: PanelData['series'] = [];
    for (const { expr, legendFormat, instant } of panel.targets) {
      const query = expr.replaceAll('$__rate_interval', RATE_INTERVAL);
      const result = await (instant
        ? prometheus.query(query, toSeconds)
        : prometheus.queryRange(query, fromSeconds, toSeconds)
      ).catch((error: Error) => void problems.push(`${panel.title}: ${error.message}`));
      if (result?.length === 0) problems.push(`${panel.title}: no data for ${query}`);
      for (const each of result ?? []) series.push({ ...each, name: nameOf(legendFormat, each.metric) });
    }
    all.push({ panel, series });
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return all;
}

/** Fills in the labels of a legend such as `{{outcome}} {{kind}}`. */
export function nameOf(legendFormat: string, labels: Readonly<Record<string, string>>): string {
  return legendFormat.replaceAll(/\{\{(\w+)\}\}/g, (_all, label: string) => labels[label] ?? '').trim();
}
