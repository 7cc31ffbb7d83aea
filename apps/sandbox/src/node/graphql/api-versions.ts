/** API versions as Shopify names them: `YYYY-MM`, or `unstable`. */
const STABLE = /^\d{4}-\d{2}$/;

/**
 * Chooses the version that answers a request. Shopify answers an expired version with the oldest supported one;
 * a version that is newer than all of them gets the newest. Anything but a version gets `undefined`.
 */
export function nearestVersion(requested: string, available: readonly string[]): string | undefined {
  if (available.includes(requested)) return requested;
  if (!STABLE.test(requested)) return undefined;
  const stable = available.filter((version) => STABLE.test(version)).sort();
  return stable.find((version) => version > requested) ?? stable.at(-1);
}
