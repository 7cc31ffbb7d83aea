import type { ApiErrorCode } from '@session-token/shared';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { ApiError } from '../http/errors/api-error.ts';

/**
 * The outcome of a write. A retry gets the same one.
 *
 * `unchanged: true` means that the write changed nothing, so a retry may safely run it again: its
 * transaction is rolled back and no record is kept. An `error` changed nothing either, but is kept, so that
 * a late retry does not perform a write that was reported as failed.
 */
export type WriteResult<Body extends object> =
  | { status: number; body: Body; unchanged?: boolean }
  | { error: ApiErrorCode };

/**
 * Error codes of every route that writes through `idempotent`.
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
 * Documents the header for OpenAPI. `readIdempotencyKey` validates it, with more precise error codes than the schema.
 *
 * @public
 */
export const IdempotencyKeyHeader = (description: string) =>
  Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description })) });

/** Sends the result of a write, with `Idempotency-Replayed: true` if it was stored before. */
export function sendResult(
  reply: FastifyReply,
  { result, isReplay }: { result: WriteResult<object>; isReplay: boolean },
): FastifyReply {
  const headers = isReplay ? { 'idempotency-replayed': 'true' } : {};
  if ('error' in result) throw new ApiError(result.error, { headers });
  return reply.code(result.status).headers(headers).send(result.body);
}
