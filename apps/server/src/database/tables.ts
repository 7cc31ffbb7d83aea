/**
 * The tables that queries may name. Each feature adds its own:
 * `declare module '../database/tables.ts' { interface Tables { … } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled where the tables are defined
export interface Tables {}
