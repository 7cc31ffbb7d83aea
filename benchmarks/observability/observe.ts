import { type AddressInfo, createServer } from 'node:net';
import { ROTATION, runMixedLoad } from './mixed-load.ts';
import { type PanelData, RULES_FILE, readPanels } from './panels.ts';
import { type Prometheus, startPrometheus } from './prometheus.ts';

export interface Observation {
  panels: PanelData[];
  fromSeconds: number;
  toSeconds: number;
}

export interface RunningServer {
  url: string;
  pid: number;
  stop: () => Promise<unknown>;
}

/** A rate needs two scrapes before the load. */
const FIRST_SCRAPES_MS = 1500;
const LAST_SCRAPES_MS = 20_000;

/**
 * Runs a server under the mixed load while Prometheus scrapes it, and returns the data of the dashboard.
 *
 * @param start starts the server with these settings
 * @throws if a panel has no data
 */
export async function observe(
  start: (env: Record<string, string>) => Promise<RunningServer>,
  durationMs: number,
): Promise<Observation> {
  const [metricsPort = 0, port = 0] = await freePorts(2);
  const env = {
    ...ROTATION,
    METRICS_PORT: String(metricsPort),
    DATABASE_URL: 'file::memory:',
    DRAIN_SECONDS: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    MAX_EVENT_LOOP_DELAY_MS: '50',
  };
  const [server, prometheus] = await Promise.all([
    start(env),
    startPrometheus({ metricsPort, port, rulesFile: RULES_FILE }),
  ]);
  try {
    await untilScraped(prometheus); // a few seconds
    const fromSeconds = Math.ceil(Date.now() / 1000);
    await pause(FIRST_SCRAPES_MS);
    await runMixedLoad({ ...server, durationMs });
    return await readWhenScraped(prometheus, fromSeconds);
  } finally {
    await Promise.all([server.stop(), prometheus.stop()]);
  }
}

async function untilScraped(prometheus: Prometheus): Promise<void> {
  while ((await prometheus.query('up == 1', Date.now() / 1000)).length === 0) await pause(100);
}

/** Reads the panels, again and again for a while: after an overload, the next scrape and the alerts take a moment. */
async function readWhenScraped(prometheus: Prometheus, fromSeconds: number): Promise<Observation> {
  const deadline = performance.now() + LAST_SCRAPES_MS;
  for (;;) {
    const toSeconds = Math.floor(Date.now() / 1000);
    try {
      return { panels: await readPanels(prometheus, fromSeconds, toSeconds), fromSeconds, toSeconds };
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(500);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Finds ports that are free now, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ports.push((server.address() as AddressInfo).port);
  }
  for (const server of servers) server.close();
  return ports;
}
