import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One series of a query's result. Values are `[seconds since 1970, number as text]`. */
export interface Series {
  metric: Record<string, string>;
  values: Array<[seconds: number, value: string]>;
}

export interface Prometheus {
  /** Evaluates a query at one time. */
  query(expr: string, atSeconds: number): Promise<Series[]>;
  /** Evaluates a query at every second of a range. */
  queryRange(expr: string, fromSeconds: number, toSeconds: number): Promise<Series[]>;
  stop(): Promise<void>;
}

export interface PrometheusOptions {
  /** Port of `/metrics` on loopback. */
  metricsPort: number;
  /** Free port for Prometheus. */
  port: number;
  rulesFile: string;
}

const READY_TIMEOUT_MS = 20_000;

/** Starts the installed Prometheus (Debian's package `prometheus`), which scrapes every second. @throws if it does not start */
export async function startPrometheus({
  metricsPort,
  port,
  rulesFile,
}: PrometheusOptions): Promise<Prometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'prometheus-'));
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: [rulesFile],
    scrape_configs: [
      {
        job_name: 'server',
        static_configs: [{ targets: [`127.0.0.1:${metricsPort}`], labels: { instance: 'server' } }],
      },
    ],
  };
  const configFile = join(folder, 'prometheus.yml');
  await writeFile(configFile, JSON.stringify(config)); // JSON is YAML
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    'prometheus',
    [
      `--config.file=${configFile}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit');

  const deadline = performance.now() + READY_TIMEOUT_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      kill();
      throw new Error(`Prometheus does not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    query: (expr, atSeconds) => ask(`${url}/api/v1/query`, { query: expr, time: String(atSeconds) }),
    queryRange: (expr, fromSeconds, toSeconds) =>
      ask(`${url}/api/v1/query_range`, {
        query: expr,
        ...{ start: String(fromSeconds), end: String(toSeconds), step: '1' },
      }),
    async stop() {
      child.kill('SIGTERM');
      await exited;
      process.off('exit', kill);
      await rm(folder, { recursive: true });
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

interface Answer {
  error?: string;
  data?: {
    result: Array<{ metric: Record<string, string>; value?: [number, string]; values?: Series['values'] }>;
  };
}

/** @throws with the error of Prometheus, such as that of an invalid query */
async function ask(url: string, parameters: Record<string, string>): Promise<Series[]> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(parameters) });
  const { error, data } = (await response.json()) as Answer;
  if (!data) throw new Error(`${parameters.query}: ${error}`);
  return data.result.map(({ metric, value, values }) => ({
    metric,
    values: values ?? (value ? [value] : []),
  }));
}
