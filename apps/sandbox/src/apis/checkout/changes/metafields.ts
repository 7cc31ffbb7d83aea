import { Type } from 'typebox';
import { METAFIELD_SCHEMA, type Metafield } from '../../../scene/metafields.ts';
import type { Scene } from '../../../scene/scene.ts';
import { createChange, RefusedChange } from '../../changes.ts';

/** The maximum number of metafields of a cart. */
export const MAX_METAFIELDS = 250;

/** The app's own namespace. */
const DEFAULT_NAMESPACE = '$app';

const { namespace, key, value, type } = METAFIELD_SCHEMA.properties;
const NAME = { namespace: Type.Optional(namespace), key };

/** The types of metafields in versions before the cart's metafields. */
const TYPES = { integer: 'number_integer', string: 'single_line_text_field', json_string: 'json' } as const;

export const applyMetafieldChange = createChange({
  variants: {
    updateCartMetafield: Type.Object({ metafield: Type.Object({ ...NAME, value, type }) }),
    removeCartMetafield: Type.Object(NAME),
    // Of versions before 2026-04: metafields of the checkout.
    updateMetafield: Type.Object({
      ...NAME,
      value: Type.Union([value, Type.Number()]),
      valueType: Type.Enum(Object.keys(TYPES) as (keyof typeof TYPES)[]),
    }),
    removeMetafield: Type.Object(NAME),
  },
  instruction: (type) =>
    type.startsWith('update') ? 'metafields.canSetCartMetafields' : 'metafields.canDeleteCartMetafield',
  apply(scene, change) {
    switch (change.type) {
      case 'updateCartMetafield': {
        const { namespace, key, value, type } = change.metafield;
        return set(scene, { namespace: namespace ?? DEFAULT_NAMESPACE, key, value, type });
      }
      case 'updateMetafield': {
        const { namespace, key, value, valueType } = change;
        const type = TYPES[valueType];
        return set(scene, { namespace: namespace ?? DEFAULT_NAMESPACE, key, value: String(value), type });
      }
      default: {
        const name = { key: change.key, namespace: change.namespace ?? DEFAULT_NAMESPACE };
        return withMetafields(scene, scene.cart.metafields.filter(isOther(name)));
      }
    }
  },
});

function set(scene: Scene, metafield: Metafield): Scene {
  const metafields = [...scene.cart.metafields.filter(isOther(metafield)), metafield];
  if (metafields.length > MAX_METAFIELDS) {
    throw new RefusedChange(`A cart has at most ${MAX_METAFIELDS} metafields.`);
  }
  return withMetafields(scene, metafields);
}

const withMetafields = (scene: Scene, metafields: readonly Metafield[]): Scene => ({
  ...scene,
  cart: { ...scene.cart, metafields },
});

const isOther =
  (name: Pick<Metafield, 'namespace' | 'key'>) =>
  ({ namespace, key }: Metafield) =>
    namespace !== name.namespace || key !== name.key;
