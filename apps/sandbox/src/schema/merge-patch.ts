/** JSON objects without `null`, which a patch uses to remove a key. */
type Json = string | number | boolean | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

/** A JSON Merge Patch (RFC 7396): keys to set, or `null` to remove. Arrays are replaced as a whole. */
export interface MergePatch {
  readonly [key: string]: Json | MergePatch | null;
}

/** Returns the patch that turns `before` into `after`. */
export function createPatch(before: object, after: object): MergePatch {
  const [from, to] = [before as JsonObject, after as JsonObject];
  const patch: Record<string, MergePatch[string]> = {};
  for (const key of Object.keys(from)) {
    if (!Object.hasOwn(to, key)) patch[key] = null;
  }
  for (const [key, value] of Object.entries(to)) {
    const old = Object.hasOwn(from, key) ? from[key] : undefined;
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    patch[key] = isObject(old) && isObject(value) ? createPatch(old, value) : value;
  }
  return patch;
}

/** Applies a patch. The result shares unchanged parts with `before`. */
export function applyPatch<Value extends object>(before: Value, patch: MergePatch): Value {
  const result = { ...before } as Record<string, unknown>;
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete result[key];
    else if (isObject(change)) {
      const old = result[key];
      result[key] = applyPatch(isObject(old) ? old : {}, change as MergePatch);
    } else result[key] = change;
  }
  return result as Value;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
