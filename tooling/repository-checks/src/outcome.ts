/** Of one check. */
export interface Outcome {
  /** Each a reason to fail. */
  findings: readonly string[];
  /** What was looked at, or why it could not be. */
  summary: string;
}
