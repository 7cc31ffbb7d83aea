import { type Static, Type } from 'typebox';

/** The page's question to the interceptors of an extension, before the buyer's journey goes on. */
export interface InterceptRequest {
  id: number;
  /** Whether the extension has the capability `block_progress`, and the merchant allows it. */
  canBlockProgress: boolean;
}

/** The event that carries an `InterceptRequest`. */
export const INTERCEPT_EVENT = 'buyerJourney.intercept';

/** How long an interceptor may take. Shopify documents no limit. */
export const INTERCEPTOR_TIMEOUT_MS = 5_000;

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
