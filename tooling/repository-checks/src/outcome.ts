/** The result of one check. */
export interface Outcome {
  /** The reasons to fail, one per line. */
  findings: readonly string[];
  /** What was checked, or why it could not be. */
  summary: string;
}
