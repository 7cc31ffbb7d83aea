import { fail, recordArgument } from '../cart/arguments.ts';

/** The most items that POS returns at once. */
export const MAX_ITEMS = 50;

/** One page of results (`PaginatedResult` of the types). */
export function pageOf<Item>(items: readonly Item[], params: unknown, at: string) {
  const { first = MAX_ITEMS, afterCursor } = recordArgument(params ?? {}, 'the parameters', at);
  if (!Number.isInteger(first) || (first as number) < 1) fail(at, 'first must be a whole number above 0');
  const start =
    afterCursor === undefined || afterCursor === null ? 0 : positionOf(afterCursor, items.length, at);
  const end = start + Math.min(first as number, MAX_ITEMS);
  const page = items.slice(start, end);
  return {
    items: page,
    ...(page.length > 0 && { lastCursor: `after-${start + page.length}` }),
    hasNextPage: end < items.length,
  };
}

function positionOf(cursor: unknown, length: number, at: string): number {
  const position = Number(/^after-(\d{1,9})$/.exec(String(cursor))?.[1] ?? Number.NaN);
  return position <= length ? position : fail(at, 'afterCursor must be the lastCursor of an earlier page');
}

/** What was found for ids, and the ids without a result (`MultipleResourceResult` of the types). */
export function resourcesWith<Item>(ids: readonly number[], find: (id: number) => Item | undefined) {
  const fetchedResources: Item[] = [];
  const idsForResourcesNotFound: number[] = [];
  for (const id of ids.slice(0, MAX_ITEMS)) {
    const found = find(id);
    if (found === undefined) idsForResourcesNotFound.push(id);
    else fetchedResources.push(found);
  }
  return { fetchedResources, idsForResourcesNotFound };
}
