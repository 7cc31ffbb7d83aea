/** From the most to the least severe. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

/**
 * - `critical`: anyone can forge a caller, or stop the server.
 * - `high`: a token that people legitimately hold gives more rights than intended, or never expires.
 * - `medium`: a missing defense that needs another mistake, or a response that an extension cannot read.
 * - `low`: a deviation from a standard, without a known gain for an attacker.
 * - `info`: worth knowing.
 */
export type Severity = (typeof SEVERITIES)[number];

/** Whether `severity` is at least as severe as `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
