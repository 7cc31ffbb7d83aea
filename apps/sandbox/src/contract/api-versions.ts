import sources from '../generated/sources.json' with { type: 'json' };

/** API versions that the sandbox has tables for, oldest first. */
export const API_VERSIONS: readonly string[] = Object.keys(sources.versions);

/** The newest of `versions` that is not newer than `asked`, or else the oldest. `unstable` is newer than all. */
export const closestVersion = (asked: string, versions: readonly string[]): string =>
  versions.findLast((version) => version <= asked) ?? versions[0]!;
