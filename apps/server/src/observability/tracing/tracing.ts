import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import type { SessionTokenVerifier } from '@session-token/token-verify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../database/database.ts';
import type { RequestEnd } from '../request-end.ts';

/** Creates the spans of a request. Their attributes are codes and route patterns, never values that a client chooses. */
export interface Tracing {
  /** Starts a span for each sampled request. */
  traceRequests(app: FastifyInstance): void;
  /** Ends the span of a request. */
  end(end: RequestEnd): void;
  traceVerifier(verifier: SessionTokenVerifier): SessionTokenVerifier;
  traceDatabase(database: Database): Database;
}

/** Functions of the server. This module must not import them, so that the build can load it on demand. */
export interface TracedServer {
  /** Whether a request may have spans. */
  isTraced(request: FastifyRequest): boolean;
  /** Returns the code of an error that the server throws itself. */
  codeOf(error: unknown): string | undefined;
}

/**
 * @param isSampled decides on a request before anything of its trace is created, so that the others cost nothing. Neither
 *   the flag nor the trace id has a say: a client chooses both, and could have every request exported.
 */
export function createTracing(
  tracer: Tracer,
  { isTraced, codeOf }: TracedServer,
  isSampled: () => boolean,
): Tracing {
  const current = new AsyncLocalStorage<Context>();
  const spans = new WeakMap<FastifyRequest, Span>();

  /** Runs work in a span, or without one outside a sampled request: probes of the database are no traces. */
  function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
    const parent = current.getStore();
    return parent === undefined ? work() : inChildSpan(name, parent, work);
  }
  async function inChildSpan<T>(name: string, parent: Context, work: () => Promise<T>): Promise<T> {
    const span = tracer.startSpan(name, {}, parent);
    try {
      return await current.run(trace.setSpan(parent, span), work);
    } catch (error) {
      fail(span, codeOf(error));
      throw error;
    } finally {
      span.end();
    }
  }

  return {
    traceRequests(app) {
      app.addHook('onRequest', (request, _reply, done) => {
        if (!isSampled() || !isTraced(request)) {
          done();
          return;
        }
        const { method } = request;
        const route = request.routeOptions.url ?? 'unknown';
        const span = tracer.startSpan(
          `${method} ${route}`,
          { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': route } },
          parentOf(request),
        );
        spans.set(request, span);
        current.run(trace.setSpan(ROOT_CONTEXT, span), done);
      });
      // The body arrives in events of the connection, outside the context of the first hook.
      app.addHook('preValidation', (request, _reply, done) => {
        const span = spans.get(request);
        if (span) current.run(trace.setSpan(ROOT_CONTEXT, span), done);
        else done();
      });
    },
    end({ request, status, code }) {
      const span = spans.get(request);
      if (!span) return;
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) fail(span, code);
      else if (code !== undefined) span.setAttribute('error.type', code);
      span.end();
    },
    traceVerifier: (verifier) => ({
      ...verifier,
      verify: (token) => inSpan('verify session token', () => verifier.verify(token)),
    }),
    traceDatabase: (database) => ({
      ...database,
      read: (query) => inSpan('database read', () => database.read(query)),
      write: (work) => inSpan('database write', () => database.write(work)),
    }),
  };
}

/** Reads `traceparent` only: `tracestate` and `baggage` are texts that the client chooses. */
function parentOf({ headers }: FastifyRequest): Context {
  const parent = typeof headers.traceparent === 'string' ? parseTraceParent(headers.traceparent) : null;
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}

function fail(span: Span, code: string | undefined): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  if (code !== undefined) span.setAttribute('error.type', code);
}
