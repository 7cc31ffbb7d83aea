import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  AdjustmentRequest,
  AdjustmentResponse,
  EnrollmentResponse,
  LoyaltyCustomerParams,
  LoyaltyCustomerResponse,
  LoyaltyResponse,
} from '@session-token/shared/schemas';
import { ApiError } from '../http/errors/api-error.ts';
import { IdempotencyKeyHeader, WRITE_ERROR_CODES } from '../idempotency/reply.ts';
import { sessionOf } from '../session-token/guard.ts';
import { adjust, enroll, findMember, WELCOME_POINTS } from './program.ts';

const tags = ['loyalty'];

/** The loyalty program of the token's shop. Customers see their own account; staff name a customer in the path. */
export const loyaltyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { database, idempotent } = app;

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
        summary: 'Enrolls the customer, once',
        tags,
        headers: IdempotencyKeyHeader('Optional: without it, the token itself is the key.'),
        response: { 200: EnrollmentResponse, 201: EnrollmentResponse },
      },
    },
    async (request, reply) => {
      const { shop, customerId } = sessionOf(request, 'customer');
      return idempotent(request, reply, (transaction, actor) =>
        enroll(transaction, { shop, customerId }, actor),
      );
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
          'daily_credit_limit_reached',
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
      const { shop } = sessionOf(request, 'staff');
      const { customerId } = request.params;
      return idempotent(
        request,
        reply,
        (transaction, actor) => adjust(transaction, { shop, customerId }, request.body, actor),
        { requireKey: true },
      );
    },
  );
};
