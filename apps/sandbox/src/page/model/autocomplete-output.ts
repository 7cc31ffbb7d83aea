import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { ADDRESS_SCHEMA, type Address } from '../../scene/buyer-and-shop.ts';

/** What extensions of address autocompletion return. It comes from foreign code, and may have more properties. */
const SUGGESTION = Type.Object({
  id: Type.Optional(Type.String()),
  label: Type.String(),
  formattedAddress: Type.Optional(Type.Object({})),
});
const SUGGESTIONS = Type.Object({ suggestions: Type.Array(SUGGESTION) });
const FORMATTED = Type.Object({ formattedAddress: Type.Object({}) });

/** How many suggestions the page lists. */
const MAX_SUGGESTIONS = 20;

export type Suggestion = Static<typeof SUGGESTION>;

/** The suggestions of an output; none if it has another shape. */
export const suggestionsOf = (output: unknown): readonly Suggestion[] =>
  Check(SUGGESTIONS, output)
    ? (output as Static<typeof SUGGESTIONS>).suggestions.slice(0, MAX_SUGGESTIONS)
    : [];

/** The address of an output; `undefined` if it has another shape. */
export const formattedAddressOf = (output: unknown): Address | undefined =>
  Check(FORMATTED, output) ? addressOf((output as Static<typeof FORMATTED>).formattedAddress) : undefined;

/** The fields of an address that are valid. */
export function addressOf(formatted: object): Address {
  const fields = Object.entries(ADDRESS_SCHEMA.properties);
  const given = new Map(Object.entries(formatted));
  return Object.fromEntries(
    fields.flatMap(([name, schema]) => (Check(schema, given.get(name)) ? [[name, given.get(name)]] : [])),
  );
}
