import { spawnSync } from 'node:child_process';
import { startServerProcess } from '@session-token/server/test/server-process.ts';
import { describe, expect, test } from 'vitest';
import { drawDashboard } from '../observability/dashboard-picture.ts';
import { formatUnit } from '../observability/format-unit.ts';
import { observe } from '../observability/observe.ts';
import { nameOf, PANELS, readPanels } from '../observability/panels.ts';
import type { Prometheus, Series } from '../observability/prometheus.ts';
import { CLIENT_ID } from '../tokens.ts';

const isInstalled = spawnSync('prometheus', ['--version']).error === undefined;
/** Set by `.ci/run` if it could install the program. */
const isRequired = process.env.REQUIRE_PROMTOOL === 'true';
const SERVER = new URL('../../apps/server/src/main.ts', import.meta.url).pathname;
const LOAD_MS = 4000;

test.runIf(isRequired)('Prometheus is installed', () => {
  expect(isInstalled).toBe(true);
});

describe('the dashboard', () => {
  test('has data in every panel when a server gets a mixed load', { timeout: 120_000 }, async ({ skip }) => {
    skip(!isInstalled, 'Prometheus is not installed');
    const { panels, fromSeconds, toSeconds } = await observe(async (env) => {
      const { url, child, exited } = await startServerProcess({
        entry: SERVER,
        env: { ...env, SHOPIFY_API_KEY: CLIENT_ID },
      });
      const stop = () => {
        child.kill('SIGTERM');
        return exited;
      };
      return { url, pid: child.pid!, stop };
    }, LOAD_MS);

    const namesIn = (title: string) =>
      panels.find(({ panel }) => panel.title === title)?.series.map(({ name }) => name);
    expect(panels.map(({ panel }) => panel.title)).toEqual(PANELS.map(({ title }) => title));
    expect(namesIn('Error responses by code')).toEqual(
      expect.arrayContaining(['bad_signature', 'bad_webhook_signature', 'expired', 'not_found']),
    );
    expect(namesIn('Tokens by outcome')).toEqual(
      expect.arrayContaining(['verified buyer', 'verified staff', 'bad_signature unknown']),
    );
    expect(namesIn('Tokens by client secret')).toEqual(['current', 'previous']);
    for (const { panel } of panels)
      expect(drawDashboard('Dashboard', panels, fromSeconds, toSeconds)).toContain(`>${panel.title}</text>`);
  });
});

describe('the queries of the dashboard', () => {
  const one: Series[] = [{ metric: { code: 'expired' }, values: [[100, '0.5']] }];
  const prometheus = (answer: (expr: string) => Promise<Series[]>): Prometheus => ({
    query: answer,
    queryRange: answer,
    stop: async () => {},
  });

  test('fail together if one is invalid and another has no data', async () => {
    const broken = prometheus(async (expr) => {
      if (expr.includes('database_ready')) throw new Error('parse error');
      return expr.includes('process_cpu') ? [] : one;
    });
    await expect(readPanels(broken, 0, 100)).rejects.toThrow(
      /^Database ready: parse error\nCPU: no data for rate\(process_cpu_seconds_total\[4s\]\)$/,
    );
  });

  test('are drawn with the title, the legend and the unit of each panel', async () => {
    const svg = drawDashboard(
      'Dashboard',
      await readPanels(
        prometheus(async () => one),
        0,
        100,
      ),
      0,
      100,
    );
    for (const { title } of PANELS) expect(svg).toContain(`>${title}</text>`);
    expect(svg).toContain('>expired</text>');
    expect(svg).toMatch(/>[\d.]+ req\/s</);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

test('fills in the labels of a legend', () => {
  expect(nameOf('{{outcome}} {{kind}}', { outcome: 'expired', kind: 'unknown' })).toBe('expired unknown');
  expect(nameOf('{{alertname}} {{outcome}}', { alertname: 'ServerDown' })).toBe('ServerDown');
});

test.each([
  [0.0123, 's', '12.3 ms'],
  [1.5, 's', '1.5 s'],
  [0.125, 'percentunit', '12.5 %'],
  [64 * 2 ** 20, 'bytes', '64 MiB'],
  [100, 'reqps', '100 req/s'],
])('formats %d of the unit %s as %s', (value, unit, text) => {
  expect(formatUnit(value, unit)).toBe(text);
});

test('does not guess an unknown unit', () => {
  expect(() => formatUnit(1, 'furlongs')).toThrow('unknown unit');
});
