/** The first API version of Preact extensions. Older ones cannot be updated since 2026-10-01. */
const FIRST_API_VERSION = '2025-10';

/** How many versions ahead of the known ones an extension may be: four are a year. */
const MAX_VERSIONS_AHEAD = 4;

/** Whether the version is one of Shopify's quarterly ones, `YYYY-MM`, from before `FIRST_API_VERSION`. */
export const isLegacyVersion = (version: string): boolean =>
  isQuarterly(version) && version < FIRST_API_VERSION;

/** Whether Shopify may have released the version after `newest`, the newest known one: within a year of it. */
export function isPlausiblyNewer(version: string, newest: string): boolean {
  const ahead = quarterOf(version) - quarterOf(newest);
  return isQuarterly(version) && ahead > 0 && ahead <= MAX_VERSIONS_AHEAD;
}

/** Returns the versions from the first to the last, oldest first. */
export function apiVersionsUpTo(last: string): string[] {
  const first = quarterOf(FIRST_API_VERSION);
  const count = Math.max(0, quarterOf(last) - first + 1);
  return Array.from({ length: count }, (_, index) => {
    const quarter = first + index;
    return `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}`;
  });
}

const isQuarterly = (version: string) => /^20\d\d-(01|04|07|10)$/.test(version);

/** Quarters since year 0. */
function quarterOf(version: string): number {
  const [year = 0, month = 1] = version.split('-').map(Number);
  return year * 4 + Math.floor((month - 1) / 3);
}
