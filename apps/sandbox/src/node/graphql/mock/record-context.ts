import type { Scene } from '../../../scene/scene.ts';

/** Known fields of an object, under the names of all three APIs. An object is merged with its own record by its `id`. */
export type Fields = Readonly<Record<string, unknown>>;

export interface RecordContext {
  scene: Scene;
  /** See `GraphqlCall`. */
  customer?: string;
  /** Address of one of the sandbox's images. */
  imageUrl(name: string): string;
}

/** Computes the record of the object with this number. */
export type RecordOf = (context: RecordContext, id: string) => Fields;

/** `Gooseneck kettle` → `gooseneck-kettle`. */
export const handleOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
