import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  AdjustmentRequest,
  AdjustmentResponse,
  EnrollmentResponse,
  LoyaltyCustomerParams,
  LoyaltyCustomerResponse,
  LoyaltyResponse,
} from '@session-token/shared/schemas';
import { ApiError } from '../errors/api-error.ts';
import { sessionOf } from '../session-token/guard.ts';
import { readIdempotencyKey, requireIdempotencyKey } from '../single-use/idempotency-key.ts';
import { IdempotencyKeyHeader, sendAnswer, WRITE_ERROR_CODES } from '../single-use/route.ts';
import { adjust, enroll, findMember, WELCOME_POINTS } from './programme.ts';

const tags = ['loyalty'];

/** The loyalty programme of the token's shop. The customer is the token's, or for staff the one in the path. */
export const loyaltyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, singleUse } = app;

  app.get(
    '/loyalty',
    {
      config: { callers: ['customer'], errorCodes: ['database_unavailable'] },
      schema: { summary: "The customer's own balance", tags, response: { 200: LoyaltyResponse } },
    },
    async (request) => {
      const { shop, customerId } = sessionOf(request, 'customer');
      const member = await database.read((db) => findMember(db, { shop, customerId }));
      return member ?? { enrolled: false as const, welcomePoints: WELCOME_POINTS };
    },
  );

  app.post(
    '/loyalty/enrollment',
    {
      config: { callers: ['customer'], errorCodes: WRITE_ERROR_CODES },
      schema: {
        summary: 'Joins, once per customer',
        tags,
        headers: IdempotencyKeyHeader('Optional: without it, the token itself is the key.'),
        response: { 200: EnrollmentResponse, 201: EnrollmentResponse },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'customer');
      const { shop, customerId } = session;
      const key = readIdempotencyKey(request.raw);
      const result = await singleUse.run(
        { session, route: 'POST /loyalty/enrollment', key, request: {} },
        (transaction, atMs) =>
          enroll(transaction, { shop, customerId }, { session, idempotencyKey: key, atMs }),
      );
      return sendAnswer(reply, result);
    },
  );

  app.get(
    '/loyalty/customers/:customerId',
    {
      config: { callers: ['staff'], errorCodes: ['customer_not_enrolled', 'database_unavailable'] },
      schema: {
        summary: 'The balance of a customer of the shop',
        tags,
        params: LoyaltyCustomerParams,
        response: { 200: LoyaltyCustomerResponse },
      },
    },
    async (request) => {
      const { shop } = sessionOf(request, 'staff');
      const { customerId } = request.params;
      const member = await database.read((db) => findMember(db, { shop, customerId }));
      if (!member) throw new ApiError('customer_not_enrolled');
      return { customerId, ...member };
    },
  );

  app.post(
    '/loyalty/customers/:customerId/adjustments',
    {
      config: {
        callers: ['staff'],
        errorCodes: [
          ...WRITE_ERROR_CODES,
          'idempotency_key_required',
          'customer_not_enrolled',
          'insufficient_points',
        ],
      },
      schema: {
        summary: 'Adds or takes points of a customer of the shop',
        tags,
        params: LoyaltyCustomerParams,
        headers: IdempotencyKeyHeader('Required: a new key for each adjustment, the same for its retries.'),
        body: AdjustmentRequest,
        response: { 201: AdjustmentResponse },
      },
    },
    async (request, reply) => {
      const session = sessionOf(request, 'staff');
      const { customerId } = request.params;
      const key = requireIdempotencyKey(request.raw);
      const adjustment = request.body;
      const result = await singleUse.run(
        { session, route: 'POST /loyalty/adjustments', key, request: { customerId, ...adjustment } },
        (transaction, atMs) =>
          adjust(transaction, { shop: session.shop, customerId }, adjustment, {
            session,
            idempotencyKey: key,
            atMs,
          }),
      );
      return sendAnswer(reply, result);
    },
  );
};
