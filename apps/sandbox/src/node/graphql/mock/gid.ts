/** A Shopify ID: `gid://shopify/Product/1`. */
export const toGid = (type: string, id: string | number) => `gid://shopify/${type}/${id}`;

const GID = /^gid:\/\/shopify\/(\w+)\/([^?]+)/;

/** Splits an ID; `undefined` for anything else. */
export function parseGid(value: unknown): { type: string; id: string } | undefined {
  const [, type, id] = (typeof value === 'string' && GID.exec(value)) || [];
  return type && id ? { type, id } : undefined;
}
