/** A number from 0 to 2^32 - 1 that depends only on the text (FNV-1a): the same query always gets the same data. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  // The last bits of FNV-1a hardly depend on the first characters.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

export const pickFrom = <Item>(items: readonly Item[], seed: string): Item =>
  items[hash(seed) % items.length]!;
