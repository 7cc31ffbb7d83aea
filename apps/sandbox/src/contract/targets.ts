import { SURFACE_TARGETS } from '../schema/surface-targets.ts';

const KNOWN: ReadonlySet<string> = new Set(Object.values(SURFACE_TARGETS).flat());

/** Whether the sandbox can run an extension there: the target is one of @shopify/ui-extensions' types. */
export const isKnownTarget = (target: string): boolean => KNOWN.has(target);

/** Every target that the sandbox can run, by surface. */
export const KNOWN_TARGETS: readonly string[] = [...KNOWN];
