import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';

export const MONITORING = join(import.meta.dirname, '../../monitoring');
const read = (path: string) => readFileSync(join(MONITORING, path), 'utf8');

export interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

export const RULES = (parse(read('alerts.yml')) as { groups: Array<{ rules: Rule[] }> }).groups.flatMap(
  ({ rules }) => rules,
);

export const RULE_TESTS = (
  parse(read('alerts.test.yml')) as {
    tests: Array<{ alert_rule_test: Array<{ alertname: string; exp_alerts: unknown[] }> }>;
  }
).tests.flatMap((each) => each.alert_rule_test);

interface Panel {
  title: string;
  targets: Array<{ expr: string }>;
}

const { panels } = JSON.parse(read('grafana/dashboards/server.json')) as { panels: Panel[] };

/** Queries of the dashboard, with a value for Grafana's variable. */
export const PANEL_QUERIES = panels.flatMap(({ title, targets }) =>
  targets.map(({ expr }) => ({ title, expr: expr.replaceAll('$__rate_interval', '1m') })),
);

/** Metrics of Prometheus itself. */
const OF_PROMETHEUS = new Set(['up', 'ALERTS']);

/** Returns the server's metrics that a PromQL expression names. @throws {SyntaxError} */
export function metricsOf(expression: string): string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new SyntaxError(`not PromQL: ${expression}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector')
        names.push(expression.slice(from, to));
    },
  });
  return names.filter((name) => !OF_PROMETHEUS.has(name));
}
