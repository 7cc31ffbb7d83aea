import type { AttackOptions } from '../src/options/attack-options.ts';
import { parseStatuses } from '../src/options/statuses.ts';
import { resolveTarget } from '../src/options/target.ts';
import { createReport, type Report } from '../src/report/report.ts';
import { runAttack } from '../src/run.ts';
import { APP, type ServerParts, startServer } from './correct-server/server.ts';

/** The options of a run without any flag. */
export const OPTIONS: AttackOptions = {
  ...APP,
  target: '',
  ownsTarget: false,
  kinds: ['guest', 'customer', 'staff'],
  method: 'GET',
  headers: [],
  tokenHeader: 'Authorization',
  accept: parseStatuses('--accept', '200-299'),
  reject: parseStatuses('--reject', '400,401,403,413,431'),
  cors: true,
  concurrency: 8,
  maxRequests: 1500,
  timeoutMs: 30_000,
  maxTimeMs: 300_000,
  maxWaitMs: 0,
};

/** Attacks a correct server with some parts replaced. */
export async function attackServer(
  change: Partial<ServerParts> = {},
  options: Partial<AttackOptions> = {},
): Promise<Report> {
  await using server = await startServer(change);
  return await attackUrl(server.url, options);
}

export async function attackUrl(url: string, options: Partial<AttackOptions> = {}): Promise<Report> {
  const target = await resolveTarget(url, { ownsTarget: false });
  return createReport(await runAttack({ ...OPTIONS, ...options }, target), { failOn: 'high', baseline: {} });
}
