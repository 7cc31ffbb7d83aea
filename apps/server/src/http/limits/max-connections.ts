/** Leaves a quarter of the file descriptors to the database, the log and everything else. */
const SHARE_OF_OPEN_FILES = 0.75;
const HIGHEST_DEFAULT = 10_000;

/** Returns how many connections the process can hold within its limit of open files (`ulimit -n`). */
export function defaultMaxConnections(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
  const limit = Number(userLimits?.open_files?.soft); // `unlimited`, or absent on Windows
  return Number.isFinite(limit)
    ? Math.min(HIGHEST_DEFAULT, Math.floor(limit * SHARE_OF_OPEN_FILES))
    : HIGHEST_DEFAULT;
}
