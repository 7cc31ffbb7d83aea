export interface Order {
  id: string;
  name: string;
  confirmationNumber: string;
  /** ISO 8601. */
  processedAt: string;
}

export const DEFAULT_ORDER: Order = {
  id: 'gid://shopify/Order/1001',
  name: '#1001',
  confirmationNumber: 'SBX4F8K2P',
  processedAt: '2026-11-23T15:04:05Z',
};
