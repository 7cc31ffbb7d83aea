/** The exit codes of `pnpm render` and `pnpm roundtrip`. */
export const EXIT = {
  asExpected: 0,
  notAsExpected: 1,
  /** A browser withholds the server's response from the extension. */
  blocked: 2,
  /** Wrong usage, an unsafe environment, or something that does not start or build. */
  setup: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
