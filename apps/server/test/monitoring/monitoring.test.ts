import { execFileSync } from 'node:child_process';
import { createSessionTokenVerifier } from '@session-token/token-verify';
import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../src/observability/metrics.ts';
import { findProgram } from '../find-program.ts';
import { CLIENT_ID, createTestApp, NOW, SECRET } from '../test-app.ts';
import { MONITORING, metricsOf, PANEL_QUERIES, RULE_TESTS, RULES } from './queries.ts';

const isInstalled = findProgram('promtool') !== undefined;
// biome-ignore lint/style/noProcessEnv: set by `.ci/run` if it could install the program
const isRequired = process.env.REQUIRE_PROMTOOL === 'true';

test.runIf(isRequired)('promtool is installed', () => {
  expect(isInstalled).toBe(true);
});

describe('the alert rules', () => {
  test('pass their tests in Prometheus', ({ skip }) => {
    skip(!isInstalled, 'promtool is not installed');
    const promtool = (...args: string[]) =>
      execFileSync('promtool', args, { cwd: MONITORING, encoding: 'utf8', stdio: 'pipe' });

    expect(promtool('check', 'config', 'prometheus.yml')).toContain('SUCCESS');
    expect(promtool('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS');
  });

  test.each(RULES)('have tests of $alert that expect it, and that expect none', ({ alert, annotations }) => {
    const expected = RULE_TESTS.filter(({ alertname }) => alertname === alert).map(
      ({ exp_alerts }) => exp_alerts.length,
    );

    expect(new Set(expected)).toEqual(new Set([0, 1]));
    expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
  });
});

describe('the metrics that Prometheus and Grafana query', () => {
  test('are those that the server has', async () => {
    const verifier = createSessionTokenVerifier({ clientId: CLIENT_ID, secrets: [SECRET], now: () => NOW });
    const metrics = createMetrics(verifier, () => NOW);
    metrics.watchSharedLimits({ isAvailable: () => true });
    const { get, mint } = await createTestApp({ metrics });
    await get('/api/session-token', mint({ sid: 'surprise', sub: 'gid://shopify/Customer/1' }));
    const names = new Set((await metrics.text()).match(/^[a-z]\w+(?=[{ ])/gm));

    expect(RULES.length).toBeGreaterThan(5);
    expect(PANEL_QUERIES.length).toBeGreaterThan(10);
    for (const { expr } of [...RULES, ...PANEL_QUERIES])
      expect(
        metricsOf(expr).filter((name) => !names.has(name)),
        expr,
      ).toEqual([]);
  });

  test('are read from the syntax of the query', () => {
    expect(metricsOf('sum by (code) (rate(a_total{b="c_total"}[5m])) / on () group_left d > 0')).toEqual([
      'a_total',
      'd',
    ]);
    expect(() => metricsOf('sum(rate(a_total[5m])')).toThrow(SyntaxError);
  });
});
