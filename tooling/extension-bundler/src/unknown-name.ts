import { distance } from 'fastest-levenshtein';

/** Maximum number of suggestions. */
const MAX_SUGGESTIONS = 3;

/** Returns the known names that are similar, most similar first. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  // In a short name, two changed letters make another word.
  const limit = name.length < 5 ? 1 : Math.max(2, Math.floor(name.length / 4));
  return known
    .map((candidate) => ({ candidate, far: distance(name, candidate) }))
    .filter(({ far }) => far <= limit)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

/** The first part of a target: `purchase`, `customer-account`, `pos`. */
const surfaceOf = (name: string) => name.slice(0, name.indexOf('.'));

/** Says that a name does not exist, what may have been meant, and which names exist. */
export function describeUnknownName(kind: string, name: string, known: readonly string[]): string {
  const nearest = nearestNames(name, known);
  const suggestion = nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';
  // Of 137 targets, only those of the same surface are useful.
  const related = known.filter((candidate) => surfaceOf(candidate) === surfaceOf(name));
  const listed = related.length > 0 ? related : known;
  return `unknown ${kind} "${name}".${suggestion} Known: ${listed.join(', ')}`;
}

/** Says what replaces a target that Shopify removed from all API versions in July 2026; `undefined` for other targets. */
export const describeRemoved = (target: string): string | undefined =>
  target.endsWith('.event.observe')
    ? `Shopify removed the target "${target}". Use pos.app.ready.data, with shopify.addEventListener() or shopify.cart.current.subscribe().`
    : undefined;
