import type { Severity } from '../severity.ts';

/** A weakness, and what to do about it. */
export interface Finding {
  severity: Severity;
  /** Says what the server does. */
  title: string;
  /** What an attacker gains. */
  gain: string;
  fix: string;
}
