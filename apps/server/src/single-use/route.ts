import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { ApiError } from '../errors/api-error.ts';
import type { Answer } from './single-use.ts';

/**
 * What every route may answer that writes through `singleUse`.
 *
 * @public
 */
export const WRITE_ERROR_CODES = [
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'idempotency_in_progress',
  'database_unavailable',
] as const;

/**
 * Documents the header. Its form is checked by `readIdempotencyKey`, whose refusals have codes of their own.
 *
 * @public
 */
export const IdempotencyKeyHeader = (description: string) =>
  Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description })) });

/** Sends the answer of a write; one that was kept from before has `Idempotency-Replayed: true`. */
export function sendAnswer(
  reply: FastifyReply,
  { answer, isReplay }: { answer: Answer<object>; isReplay: boolean },
): FastifyReply {
  const headers = isReplay ? { 'idempotency-replayed': 'true' } : {};
  if ('refusal' in answer) throw new ApiError(answer.refusal, { headers });
  return reply.code(answer.status).headers(headers).send(answer.body);
}
