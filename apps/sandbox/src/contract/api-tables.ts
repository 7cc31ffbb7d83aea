import checkout from '../generated/checkout-apis.json' with { type: 'json' };
import customerAccount from '../generated/customer-account-apis.json' with { type: 'json' };
import pos from '../generated/pos-apis.json' with { type: 'json' };
import type { ApiMembers, ApiTable } from '../schema/api-schema.ts';
import { createTables, type VersionHistory, valueFor } from '../schema/version-history.ts';
import { API_VERSIONS, closestVersion } from './api-versions.ts';
import { SURFACES, type Surface, surfaceOf } from './surfaces.ts';

const tablesOf = (json: unknown) => createTables(json as VersionHistory<ApiTable>);

const TABLES: Record<Surface, (apiVersion: string) => ApiTable> = {
  checkout: tablesOf(checkout),
  'customer-account': tablesOf(customerAccount),
  pos: tablesOf(pos),
};

/** API versions whose types have the target, oldest first; none for an unknown target. */
export const versionsOf = (target: string): string[] =>
  API_VERSIONS.filter((apiVersion) => Object.hasOwn(TABLES[surfaceOf(target)](apiVersion), target));

/** Every target of a surface in any API version, in alphabetical order. */
export function targetsOf(surface: Surface): string[] {
  const all = API_VERSIONS.flatMap((apiVersion) => Object.keys(TABLES[surface](apiVersion)));
  return [...new Set(all)].sort();
}

const KNOWN: ReadonlySet<string> = new Set(SURFACES.flatMap(targetsOf));

/** Whether the sandbox can run an extension there: a version of @shopify/ui-extensions has types for the target. */
export const isKnownTarget = (target: string): boolean => KNOWN.has(target);

/** Every target that the sandbox can run, by surface. */
export const KNOWN_TARGETS: readonly string[] = [...KNOWN];

/** The API version whose tables a target uses: the extension's, or the closest one that has the target. */
export function tableVersion(target: string, apiVersion: string): string {
  const versions = versionsOf(target);
  return closestVersion(apiVersion, versions.length > 0 ? versions : API_VERSIONS);
}

/** Says that a target uses the tables of another API version than the extension's, and why. */
export function versionNotice(target: string, apiVersion: string): string | undefined {
  const used = tableVersion(target, apiVersion);
  if (used === apiVersion) return undefined;
  const reason = API_VERSIONS.includes(apiVersion)
    ? `API version ${apiVersion} does not have ${target}`
    : `The sandbox does not know API version ${apiVersion}`;
  return `${reason}, so elements and APIs are those of ${used}.`;
}

/** The members that the types of an API version give a target; none for an unknown target. */
export const membersOf = (target: string, apiVersion: string): ApiMembers =>
  valueFor(TABLES[surfaceOf(target)](tableVersion(target, apiVersion)), target) ?? {};
