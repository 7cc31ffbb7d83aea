import { Type } from 'typebox';
import { ADDRESS_SCHEMA } from './buyer-and-shop.ts';
import { list, object, optional, text, type ValueOf } from './schema.ts';

const SUGGESTION_SCHEMA = object({
  id: optional(text()),
  label: text(),
  matchedSubstrings: optional(list(object({ offset: Type.Integer(), length: Type.Integer() }))),
  formattedAddress: optional(
    object({
      ...ADDRESS_SCHEMA.properties,
      latitude: optional(Type.Number()),
      longitude: optional(Type.Number()),
    }),
  ),
});

export const AUTOCOMPLETE_SCHEMA = object(
  {
    field: Type.Enum(['address1', 'zip']),
    query: text('What the buyer has typed into the field.', 255),
    suggestion: SUGGESTION_SCHEMA,
  },
  'Address autocompletion: the query of `suggest`, and the choice of `format-suggestion`.',
);

export const DEFAULT_AUTOCOMPLETE: ValueOf<typeof AUTOCOMPLETE_SCHEMA> = {
  field: 'address1',
  query: '48 Har',
  suggestion: { id: '1', label: '48 Harbor Street, Portland' },
};
