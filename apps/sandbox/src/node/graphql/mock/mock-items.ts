import { isObjectType } from 'graphql';
import { hash } from '../../../scene/seed.ts';
import { searchTerms } from './arguments.ts';
import { parseGid, toGid } from './gid.ts';
import type { Place } from './place.ts';
import type { Fields } from './record-context.ts';
import { listedIds, recordOf } from './records.ts';

/** The mock shop's items of a type, or three made-up ones. A search finds at least one. */
export function mockItems(type: string, { context, args, info, seed }: Place): Fields[] {
  const terms = searchTerms(args.query);
  const number = terms.get('id');
  if (number) return [{ id: parseGid(number) ? number : toGid(type, number) }];
  const ids = listedIds(context, type);
  const items: Fields[] = ids
    ? ids.map((id) => ({ id: toGid(type, id) }))
    : [0, 1, 2].map((index) => {
        const named = info.schema.getType(type);
        const hasId = isObjectType(named) && named.getFields().id;
        return hasId ? { id: toGid(type, 100_000 + (hash(`${seed}.${index}`) % 900_000)) } : {};
      });
  if (terms.size === 0) return items;
  const isFound = (item: Fields) => {
    const record = recordOf(context, type, parseGid(item.id)?.id ?? '');
    return [...terms].some(([name, term]) => {
      const text = term.replaceAll('*', '').toLowerCase();
      return typeof record[name] === 'string' && record[name].toLowerCase().includes(text);
    });
  };
  const found = items.filter(isFound);
  return found.length > 0 ? found : items.slice(0, 1);
}
