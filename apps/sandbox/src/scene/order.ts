import { Type } from 'typebox';
import { object, text, type ValueOf } from './schema.ts';

export const ORDER_SCHEMA = object({
  id: text(),
  name: text(),
  confirmationNumber: text(),
  processedAt: text('ISO 8601.'),
  status: Type.Enum(['confirmed', 'onItsWay', 'delivered'], { description: 'As the pages show it.' }),
});
export type Order = ValueOf<typeof ORDER_SCHEMA>;

export const DEFAULT_ORDER: Order = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  confirmationNumber: 'SBX4F8K2P',
  processedAt: '2026-11-23T15:04:05Z',
  status: 'onItsWay',
};
