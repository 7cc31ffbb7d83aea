import { catalogOf } from '../../../scene/catalog.ts';
import {
  addressFields,
  customerNumber,
  customerRecord,
  locationRecord,
  shopRecord,
} from './customer-records.ts';
import { parseGid } from './gid.ts';
import { cartRecord, lineItemRecord, orderRecord } from './order-records.ts';
import { collectionRecord, inventoryItemRecord, productRecord, variantRecord } from './product-records.ts';
import type { Fields, RecordContext, RecordOf } from './record-context.ts';

const RECORDS: Record<string, RecordOf> = {
  Product: productRecord,
  ProductVariant: variantRecord,
  InventoryItem: inventoryItemRecord,
  Collection: collectionRecord,
  Customer: customerRecord,
  Shop: shopRecord,
  Location: locationRecord,
  Order: orderRecord,
  LineItem: lineItemRecord,
  OrderLineItem: lineItemRecord,
  DraftOrderLineItem: lineItemRecord,
  CartLine: lineItemRecord,
  Cart: cartRecord,
  DraftOrder: ({ scene }, id) => ({
    name: id === String(scene.pos.draftOrder.id) ? scene.pos.draftOrder.name : `#D${id}`,
  }),
  MediaImage: () => ({ mediaContentType: 'IMAGE' }),
  Currency: () => ({ symbol: '$' }),
};

/** Returns the known fields of an object; none for most types. */
export function recordOf(context: RecordContext, type: string, id: string): Fields {
  if (Object.hasOwn(RECORDS, type)) return RECORDS[type]!(context, id);
  return type.endsWith('Address') ? addressFields(context.scene.shippingAddress) : {};
}

/** The numbers of the objects that a list of this type has, in its order; `undefined`: made up. */
export function listedIds(context: RecordContext, type: string): string[] | undefined {
  const { scene } = context;
  const order = Number(numberOf(scene.order.id) ?? 1001);
  switch (type) {
    case 'Product':
      return catalogOf(scene).map(({ id }) => String(id));
    case 'ProductVariant':
    case 'InventoryItem':
      return catalogOf(scene).flatMap(({ variants }) => variants.map(({ id }) => String(id)));
    case 'LineItem':
    case 'OrderLineItem':
    case 'DraftOrderLineItem':
    case 'CartLine':
    case 'BaseCartLine':
      return scene.cart.lines.map(({ id }) => String(id));
    case 'Location':
      return scene.pos.locations.map(({ id }) => String(id));
    case 'Order':
      return [order, order - 1, order - 2].map(String);
    default: {
      const implied = impliedId(context, type);
      return implied === undefined ? undefined : [implied];
    }
  }
}

/** The object of a type that a query means if it names none. */
export function impliedId(context: RecordContext, type: string): string | undefined {
  const { shop, pos } = context.scene;
  if (type === 'Shop') return numberOf(shop.id);
  if (type === 'Location') return pos.locations[0] && String(pos.locations[0].id);
  if (type === 'DraftOrder') return String(pos.draftOrder.id);
  return type === 'Customer' ? customerNumber(context) : undefined;
}

const numberOf = (gid: string) => parseGid(gid)?.id;
