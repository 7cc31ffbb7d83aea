import { SCENE_PATCH_SCHEMA } from './scene-patch.ts';

/** The JSON Schema of `scene.json`, for the completion of editors. Written to `src/generated/scene.schema.json`. */
export const SCENE_JSON_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Scene of the session token sandbox',
  ...SCENE_PATCH_SCHEMA,
  properties: { $schema: { type: 'string' }, ...SCENE_PATCH_SCHEMA.properties },
};
