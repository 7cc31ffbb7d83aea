import { catalogOf } from '../../../scene/catalog.ts';
import { hash } from '../../../scene/seed.ts';
import { askedId } from './arguments.ts';
import { parseGid, toGid } from './gid.ts';
import type { Place } from './place.ts';
import { type Fields, handleOf } from './record-context.ts';
import { impliedId, listedIds } from './records.ts';

/** The ID of an object: the one it was asked or described with, an implied one, or a made-up one. */
export function idOf(type: string, fields: Fields, { context, node, seed }: Place): string | null {
  const asked = askedId(type, fields);
  if (asked !== undefined) return asked;
  const byHandle =
    typeof fields.handle === 'string' &&
    type === 'Product' &&
    catalogOf(context.scene).find(({ title }) => handleOf(title) === fields.handle);
  if (byHandle) return toGid(type, byHandle.id);
  const implied = impliedId(context, type);
  if (implied) return toGid(type, implied);
  // A line's product, or an inventory item's variant, has the same number.
  const sibling = fields.handle === undefined && listedIds(context, type) && parseGid(node.id)?.id;
  if (sibling && listedIds(context, type)!.includes(sibling)) return toGid(type, sibling);
  return toGid(type, 100_000 + (hash(seed) % 900_000));
}
