export { attack } from './attack.ts';
export type { Report } from './report/report.ts';
export { SEVERITIES } from './severity.ts';
