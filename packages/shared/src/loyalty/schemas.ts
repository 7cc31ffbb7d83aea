/** The loyalty part of the API contract. docs/fork.md tells how a fork takes it out. */
import { type Static, Type } from 'typebox';
import { Text } from '../text.ts';

/** Points that one staff adjustment may add or take at most. */
export const MAX_ADJUSTMENT_POINTS = 100_000;

const Points = (description: string) => Type.Integer({ description });
const Timestamp = (description: string) => Type.String({ format: 'date-time', description });

/** One change of a balance, as the ledger has it. */
export const LoyaltyEntry = Type.Object({
  sequence: Type.Integer({ description: "The entry's number within the account; the first is 1." }),
  kind: Type.Enum(['welcome', 'adjustment'], { description: 'Why the points changed.' }),
  points: Points('What was added, or below zero what was taken.'),
  balance: Points('The balance after this entry.'),
  reason: Type.Optional(Type.String({ description: 'What staff wrote for the customer to read.' })),
  createdAt: Timestamp('When the points changed.'),
});
export type LoyaltyEntry = Static<typeof LoyaltyEntry>;

const memberFields = {
  enrolled: Type.Literal(true),
  balance: Points('Never below zero.'),
  enrolledAt: Timestamp('When the customer joined.'),
  entries: Type.Array(LoyaltyEntry, { description: 'The latest ten, newest first.' }),
};

/** A customer who takes part. */
export const LoyaltyMember = Type.Object(memberFields);
export type LoyaltyMember = Static<typeof LoyaltyMember>;

/** A customer who may still join. */
export const LoyaltyInvitation = Type.Object({
  enrolled: Type.Literal(false),
  welcomePoints: Points('What joining credits.'),
});
export type LoyaltyInvitation = Static<typeof LoyaltyInvitation>;

/** Answer of `GET /api/loyalty`: the caller's own account, or what joining would give. */
export const LoyaltyResponse = Type.Union([LoyaltyMember, LoyaltyInvitation]);
export type LoyaltyResponse = Static<typeof LoyaltyResponse>;

/**
 * Answer of `POST /api/loyalty/enrollment`: 201 when the customer joined by it, 200 when they had
 * joined before. A retry gets the first answer, 201 included.
 */
export const EnrollmentResponse = Type.Object({
  creditedPoints: Points('The welcome points; 0 when the customer had joined before.'),
  account: LoyaltyMember,
});
export type EnrollmentResponse = Static<typeof EnrollmentResponse>;

/** Path of the routes for staff. The shop is never part of it: it comes from the token. */
export const LoyaltyCustomerParams = Type.Object({
  customerId: Type.String({
    pattern: '^[1-9][0-9]{0,19}$',
    description: 'The number in `gid://shopify/Customer/N`, as a string: ids exceed 2^53.',
  }),
});
export type LoyaltyCustomerParams = Static<typeof LoyaltyCustomerParams>;

/** Answer of `GET /api/loyalty/customers/:customerId`. */
export const LoyaltyCustomerResponse = Type.Object({ customerId: Type.String(), ...memberFields });
export type LoyaltyCustomerResponse = Static<typeof LoyaltyCustomerResponse>;

/** Body of `POST /api/loyalty/customers/:customerId/adjustments`. */
export const AdjustmentRequest = Type.Object(
  {
    points: Type.Integer({
      minimum: -MAX_ADJUSTMENT_POINTS,
      maximum: MAX_ADJUSTMENT_POINTS,
      not: { const: 0 },
      description: 'What to add, or below zero what to take. Not 0.',
    }),
    reason: Text({ maxLength: 200, description: 'One line for the customer to read.' }),
  },
  { additionalProperties: false },
);
export type AdjustmentRequest = Static<typeof AdjustmentRequest>;

/** Answer of `POST /api/loyalty/customers/:customerId/adjustments`: 201, and the same again for a retry. */
export const AdjustmentResponse = Type.Object({ customerId: Type.String(), entry: LoyaltyEntry });
export type AdjustmentResponse = Static<typeof AdjustmentResponse>;
