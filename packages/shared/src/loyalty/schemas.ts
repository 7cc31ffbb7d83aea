/** The loyalty part of the API contract. docs/fork.md describes how a fork removes it. */
import { type Static, Type } from 'typebox';
import { Text } from '../text.ts';

/** Maximum number of points that one staff adjustment may add or take. */
export const MAX_ADJUSTMENT_POINTS = 100_000;

const Points = (description: string) => Type.Integer({ description });
const Timestamp = (description: string) => Type.String({ format: 'date-time', description });

/** One change of a balance, an entry of the ledger. */
export const LoyaltyEntry = Type.Object({
  sequence: Type.Integer({ description: "The entry's number within the account; the first is 1." }),
  kind: Type.Enum(['welcome', 'adjustment'], { description: 'Why the points changed.' }),
  points: Points('Points added or, if negative, taken.'),
  balance: Points('The balance after this entry.'),
  reason: Type.Optional(Type.String({ description: 'Written by staff for the customer to read.' })),
  createdAt: Timestamp('When the points changed.'),
});
export type LoyaltyEntry = Static<typeof LoyaltyEntry>;

const memberFields = {
  enrolled: Type.Literal(true),
  balance: Points('Never below zero.'),
  enrolledAt: Timestamp('When the customer joined.'),
  entries: Type.Array(LoyaltyEntry, { description: 'The latest ten, newest first.' }),
};

/** A customer who has joined. */
export const LoyaltyMember = Type.Object(memberFields);
export type LoyaltyMember = Static<typeof LoyaltyMember>;

/** A customer who has not joined yet. */
export const LoyaltyInvitation = Type.Object({
  enrolled: Type.Literal(false),
  welcomePoints: Points('Points that joining credits.'),
});
export type LoyaltyInvitation = Static<typeof LoyaltyInvitation>;

/** Response of `GET /api/loyalty`: the caller's own account, or the points that joining credits. */
export const LoyaltyResponse = Type.Union([LoyaltyMember, LoyaltyInvitation]);
export type LoyaltyResponse = Static<typeof LoyaltyResponse>;

/**
 * Response of `POST /api/loyalty/enrollment`: 201 if the customer joined, 200 if they had joined before. A retry
 * of the request that joined gets its 201 again.
 */
export const EnrollmentResponse = Type.Object({
  creditedPoints: Points('The welcome points; 0 if the customer had joined before.'),
  account: LoyaltyMember,
});
export type EnrollmentResponse = Static<typeof EnrollmentResponse>;

/** Path parameters of the staff routes. The shop comes from the token, never from the path. */
export const LoyaltyCustomerParams = Type.Object({
  customerId: Type.String({
    pattern: '^[1-9][0-9]{0,19}$',
    description: 'The number in `gid://shopify/Customer/N`, as a string: ids exceed 2^53.',
  }),
});
export type LoyaltyCustomerParams = Static<typeof LoyaltyCustomerParams>;

/** Response of `GET /api/loyalty/customers/:customerId`. */
export const LoyaltyCustomerResponse = Type.Object({ customerId: Type.String(), ...memberFields });
export type LoyaltyCustomerResponse = Static<typeof LoyaltyCustomerResponse>;

/** Body of `POST /api/loyalty/customers/:customerId/adjustments`. */
export const AdjustmentRequest = Type.Object(
  {
    points: Type.Integer({
      minimum: -MAX_ADJUSTMENT_POINTS,
      maximum: MAX_ADJUSTMENT_POINTS,
      not: { const: 0 },
      description: 'Points to add or, if negative, to take. Not 0.',
    }),
    reason: Text({ maxLength: 200, description: 'One line for the customer to read.' }),
  },
  { additionalProperties: false },
);
export type AdjustmentRequest = Static<typeof AdjustmentRequest>;

/** Response of `POST /api/loyalty/customers/:customerId/adjustments`: 201, also for a retry. */
export const AdjustmentResponse = Type.Object({ customerId: Type.String(), entry: LoyaltyEntry });
export type AdjustmentResponse = Static<typeof AdjustmentResponse>;
