import { nearestNames } from '@session-token/extension-bundler/unknown-name';
import { schemaErrors } from './describe-error.ts';
import { SCENE_SCHEMA } from './scene.ts';

/** The keywords of JSON Schema that the scene's schema uses. */
interface JsonSchema {
  type?: string;
  description?: string;
  default?: unknown;
  required?: readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  items?: JsonSchema;
}

/** The id of a cart line, which is its position by default. */
const LINE_ID = '/cart/lines/*/id';

/**
 * The schema of the part of a scene that a developer writes: all keys are optional, except in the items of lists,
 * which need those without a default.
 */
export const SCENE_PATCH_SCHEMA: JsonSchema = toPatch(SCENE_SCHEMA as unknown as JsonSchema, '', false);

function toPatch(schema: JsonSchema, path: string, isInList: boolean): JsonSchema {
  const { items, properties, required = [] } = schema;
  if (items) return { ...schema, items: toPatch(items, `${path}/*`, true) };
  if (!properties) return schema;
  const needed = required.filter(
    (name) => properties[name]?.default === undefined && `${path}/${name}` !== LINE_ID,
  );
  return {
    ...schema,
    required: isInList ? needed : [],
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, toPatch(part, `${path}/${name}`, isInList)]),
    ),
  };
}

/** Returns what is wrong with a part of a scene, such as `cart.lines[0].price must be number`. Empty if it is valid. */
export function scenePatchProblems(patch: unknown): string[] {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch))
    return ['The scene must be an object.'];
  const { $schema: _, ...scene } = patch as Record<string, unknown>;
  return schemaErrors(SCENE_PATCH_SCHEMA, scene).flatMap(({ path, message, unknownKeys }) =>
    unknownKeys.length === 0
      ? [`${path} ${message}.`]
      : unknownKeys.map((key) => describeUnknownKey(key, path)),
  );
}

function describeUnknownKey(key: string, path: string): string {
  const known = Object.keys(schemaAt(path)?.properties ?? {});
  const [nearest] = nearestNames(key, known);
  const hint = nearest ? `Did you mean "${nearest}"?` : `Known: ${known.join(', ')}.`;
  return `${path || 'The scene'} has no "${key}". ${hint}`;
}

/** The schema at a path such as `cart.lines[0]`. */
function schemaAt(path: string): JsonSchema | undefined {
  const parts = path
    .replaceAll(/\[\d+\]/g, '.*')
    .split('.')
    .filter(Boolean);
  return parts.reduce<JsonSchema | undefined>(
    (schema, part) => (part === '*' ? schema?.items : schema?.properties?.[part]),
    SCENE_PATCH_SCHEMA,
  );
}
