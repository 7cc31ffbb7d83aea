import { type Static, Type } from 'typebox';

const MAX_TEXT = 1_000;

/** What the interceptors decided together. Comes from the worker, which runs foreign code. */
export const INTERCEPT_ANSWER_SCHEMA = Type.Object({
  id: Type.Integer(),
  behavior: Type.Enum(['allow', 'block']),
  reasons: Type.Array(Type.String({ maxLength: MAX_TEXT }), { maxItems: 50 }),
  errors: Type.Array(
    Type.Object({
      message: Type.String({ maxLength: MAX_TEXT }),
      target: Type.Optional(Type.String({ maxLength: MAX_TEXT })),
    }),
    { maxItems: 50 },
  ),
});
export type InterceptAnswer = Static<typeof INTERCEPT_ANSWER_SCHEMA>;
export type ValidationError = InterceptAnswer['errors'][number];
