import { BUILT_SERVER } from '../http/candidates.ts';
import { startServer } from '../process/server-process.ts';
import { writePlot } from '../report/docs.ts';
import { drawDashboard } from './dashboard-picture.ts';
import { observe } from './observe.ts';

/**
 * Draws Grafana's dashboard from its own queries, `pnpm --filter @session-token/benchmarks dashboard`: Prometheus scrapes the
 * built server for a minute under a mixed load. Fails if a query is invalid or has no result. Needs Debian's package `prometheus`.
 */
const DURATION_MS = 60_000;

const { panels, fromSeconds, toSeconds } = await observe(async (env) => {
  const { port, pid, stop } = await startServer({ entry: BUILT_SERVER, env });
  return { url: `http://127.0.0.1:${port}`, pid, stop };
}, DURATION_MS);
const heading = 'Session-token server: the queries of the Grafana dashboard, rendered without Grafana';
writePlot('dashboard', drawDashboard(heading, panels, fromSeconds, toSeconds));
for (const { panel, series } of panels) console.log(`${panel.title}: ${series.length} series`);
