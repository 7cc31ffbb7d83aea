export type { AttackOptions } from './options/attack-options.ts';
export { resolveTarget } from './options/target.ts';
export { createReport, type Report } from './report/report.ts';
export { runAttack } from './run.ts';
