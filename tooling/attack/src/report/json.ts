import type { AttackOptions } from '../options/attack-options.ts';
import type { Report } from './report.ts';

/** Changes when a consumer of the JSON must change. */
const VERSION = 1;

/** Formats the report for programs. It contains no token, no claim, no response and not the secret. */
export function formatJson(report: Report, app: AttackOptions, date: Date): string {
  const { target, clientId, shop, kinds, method } = app;
  const json = {
    version: VERSION,
    date: date.toISOString(),
    target,
    clientId,
    shop,
    kinds,
    method,
    ...report,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
