import type { Severity } from '../severity.ts';

/** A weakness and its fix. */
export interface Finding {
  severity: Severity;
  /** Says what the server does. */
  title: string;
  /** Says what an attacker gains. */
  gain: string;
  fix: string;
}
