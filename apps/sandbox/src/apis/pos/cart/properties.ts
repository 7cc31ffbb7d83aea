import type { CartLine } from '../../../scene/cart.ts';
import type { Api } from '../../api.ts';
import { keysArgument, listArgument, propertiesArgument, recordArgument } from './arguments.ts';
import { lineWith, withLine, withPosCart, write } from './write.ts';

/** Custom properties of the cart and of its lines. Existing keys are overwritten; unknown keys are ignored. */
export const propertyWrites: NonNullable<Api['host']> = {
  'cart.addCartProperties'(page, properties: unknown) {
    const at = 'cart.addCartProperties';
    const added = propertiesArgument(properties, at);
    write(page, at, (scene) =>
      withPosCart(scene, { properties: { ...scene.pos.cart.properties, ...added } }),
    );
  },
  'cart.removeCartProperties'(page, keys: unknown) {
    const at = 'cart.removeCartProperties';
    const removed = keysArgument(keys, at);
    write(page, at, (scene) => {
      const kept = Object.entries(scene.pos.cart.properties).filter(([key]) => !removed.includes(key));
      return withPosCart(scene, { properties: Object.fromEntries(kept) });
    });
  },
  'cart.addLineItemProperties'(page, uuid: unknown, properties: unknown) {
    const at = 'cart.addLineItemProperties';
    const { id } = lineWith(page, uuid, at);
    const added = propertiesArgument(properties, at);
    write(page, at, (scene) => withLine(scene, id, (line) => withProperties(line, added)));
  },
  'cart.bulkAddLineItemProperties'(page, inputs: unknown) {
    const at = 'cart.bulkAddLineItemProperties';
    // All are checked before any is applied.
    const changes = listArgument(inputs, 'lineItemProperties', at).map((input) => {
      const { lineItemUuid, properties } = recordArgument(input, 'each input', at);
      return { id: lineWith(page, lineItemUuid, at).id, added: propertiesArgument(properties, at) };
    });
    write(page, at, (scene) =>
      changes.reduce(
        (next, { id, added }) => withLine(next, id, (line) => withProperties(line, added)),
        scene,
      ),
    );
  },
  'cart.removeLineItemProperties'(page, uuid: unknown, keys: unknown) {
    const at = 'cart.removeLineItemProperties';
    const { id } = lineWith(page, uuid, at);
    const removed = keysArgument(keys, at);
    write(page, at, (scene) =>
      withLine(scene, id, (line) => ({
        ...line,
        attributes: line.attributes.filter(({ key }) => !removed.includes(key)),
      })),
    );
  },
};

function withProperties(line: CartLine, added: Record<string, string>): CartLine {
  const kept = line.attributes.filter(({ key }) => !Object.hasOwn(added, key));
  return {
    ...line,
    attributes: [...kept, ...Object.entries(added).map(([key, value]) => ({ key, value }))],
  };
}
