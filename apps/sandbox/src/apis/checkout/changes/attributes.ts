import { Type } from 'typebox';
import { ATTRIBUTE_SCHEMA } from '../../../scene/cart.ts';
import { createChange, RefusedChange } from '../../changes.ts';

/** The maximum number of attributes of a cart. */
export const MAX_ATTRIBUTES = 250;

export const applyAttributeChange = createChange({
  variants: {
    updateAttribute: Type.Object(ATTRIBUTE_SCHEMA.properties),
    removeAttribute: Type.Object({ key: ATTRIBUTE_SCHEMA.properties.key }),
  },
  instruction: () => 'attributes.canUpdateAttributes',
  apply(scene, change) {
    const { key } = change;
    const current = scene.cart.attributes;
    const others = current.filter((attribute) => attribute.key !== key);
    if (change.type === 'removeAttribute') return { ...scene, cart: { ...scene.cart, attributes: others } };
    const updated = { key, value: change.value };
    // An updated attribute keeps its place.
    const attributes =
      others.length < current.length
        ? current.map((attribute) => (attribute.key === key ? updated : attribute))
        : [...current, updated];
    if (attributes.length > MAX_ATTRIBUTES) {
      throw new RefusedChange(`A cart has at most ${MAX_ATTRIBUTES} attributes.`);
    }
    return { ...scene, cart: { ...scene.cart, attributes } };
  },
});
