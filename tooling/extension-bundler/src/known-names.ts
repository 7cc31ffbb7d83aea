import { apiVersionsUpTo, isLegacyVersion, isPlausiblyNewer } from './api-version.ts';
import { type BundleProblem, BundleProblemError } from './problem.ts';
import { readShippedTypes, type ShippedTypes } from './shipped-types.ts';
import { describeRemoved, describeUnknownName, nearestNames } from './unknown-name.ts';

export interface CheckedManifest {
  directory: string;
  file: string;
  text: string;
  apiVersion: string;
  /** Names of the targets. */
  targets: readonly string[];
  /** Names that are known in addition to those of the installed types. */
  knownNames?: ShippedTypes | undefined;
}

const ADVICE =
  'Only 2025-10 and newer (Preact and s-* elements) run here, and Shopify accepts no updates of older ones since ' +
  '2026-10-01. docs/migrating.md shows how to migrate.';

/** Says that a package or a name is for API versions before 2025-10, and where to read on. */
export const describeLegacy = (name: string): string =>
  `${name} is for extensions of API version 2025-07 and older. ${ADVICE}`;

/** Throws a BundleProblemError for an extension from before API version 2025-10, by its `type` and `api_version`. */
export function assertNotLegacy(
  { file, text, type }: { file: string; text: string; type: string },
  apiVersion: string | undefined,
): asserts apiVersion is string {
  const [what, name] =
    type !== 'ui_extension'
      ? [`type "${type}"`, type]
      : apiVersion === undefined
        ? ['There is no api_version', type]
        : [`api_version "${apiVersion}"`, apiVersion];
  if (type === 'ui_extension' && apiVersion !== undefined && !isLegacyVersion(apiVersion)) return;
  throw new BundleProblemError([
    {
      file,
      ...lineOf(name, text),
      text: `${what}: this extension is of API version 2025-07 or older. ${ADVICE}`,
    },
  ]);
}

/** Returns the line of a manifest that has the name as a string. */
function lineOf(name: string, text: string): Pick<BundleProblem, 'line'> {
  const line = text.split('\n').findIndex((candidate) => candidate.includes(JSON.stringify(name))) + 1;
  return line > 0 ? { line } : {};
}

/**
 * Checks the API version and the targets, which the Shopify CLI does not, although an extension with a wrong one never
 * registers. Returns warnings about names that the installed types lack, but that may exist.
 * @throws BundleProblemError for names that do not exist
 */
export function checkNames({ apiVersion, targets, ...checked }: CheckedManifest): BundleProblem[] {
  const { directory, file, text, knownNames } = checked;
  const types = readShippedTypes(directory, knownNames);
  const newest = types.newestVersion;
  const at = (name: string) => ({ file, ...lineOf(name, text) });
  const versions = [...apiVersionsUpTo(newest), 'unstable'];
  const isNewer = isPlausiblyNewer(apiVersion, newest);
  const errors: BundleProblem[] = [];
  const warnings: BundleProblem[] = [];
  if (isNewer) {
    warnings.push({
      ...at(apiVersion),
      text: `api_version "${apiVersion}" is newer than the installed types, which are of ${newest}.`,
    });
  } else if (!versions.includes(apiVersion)) {
    errors.push({ ...at(apiVersion), text: describeUnknownName('api_version', apiVersion, versions) });
  }
  const isAnyKnown = targets.some((target) => types.targets.includes(target));
  for (const target of targets) {
    if (types.targets.includes(target)) continue;
    const isTypo = nearestNames(target, types.targets).length > 0;
    // Shopify may have targets without types.
    if (!isTypo && (isAnyKnown || isNewer)) {
      warnings.push({
        ...at(target),
        text: describeRemoved(target) ?? `@shopify/ui-extensions has no types for the target "${target}".`,
      });
    } else {
      const text = describeRemoved(target) ?? describeUnknownName('target', target, types.targets);
      errors.push({ ...at(target), text });
    }
  }
  if (errors.length > 0) throw new BundleProblemError(errors);
  return warnings;
}
