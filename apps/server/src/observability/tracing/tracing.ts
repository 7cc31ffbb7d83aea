import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  type SpanOptions,
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

/** What a new span is inside of. */
interface Parent {
  span: Span;
  context: Context;
  now: () => number;
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
  const current = new AsyncLocalStorage<Parent>();
  const parents = new WeakMap<FastifyRequest, Parent>();

  function startSpan(name: string, options: SpanOptions, context: Context, now: () => number): Parent {
    const span = tracer.startSpan(name, { ...options, startTime: now() }, context);
    return { span, context: trace.setSpan(context, span), now };
  }

  /** Runs work in a span, or without one outside a sampled request: probes of the database are no traces. */
  function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
    const parent = current.getStore();
    return parent === undefined ? work() : inChildSpan(name, parent, work);
  }
  async function inChildSpan<T>(name: string, { context, now }: Parent, work: () => Promise<T>): Promise<T> {
    const child = startSpan(name, {}, context, now);
    try {
      return await current.run(child, work);
    } catch (error) {
      fail(child.span, codeOf(error));
      throw error;
    } finally {
      child.span.end(now());
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
        const attributes = { 'http.request.method': method, 'http.route': route };
        const options = { kind: SpanKind.SERVER, attributes };
        const parent = startSpan(`${method} ${route}`, options, callerOf(request), createClock());
        parents.set(request, parent);
        current.run(parent, done);
      });
      // The body arrives in events of the connection, outside the context of the first hook.
      app.addHook('preValidation', (request, _reply, done) => {
        const parent = parents.get(request);
        if (parent) current.run(parent, done);
        else done();
      });
    },
    end({ request, status, code }) {
      const parent = parents.get(request);
      if (!parent) return;
      const { span, now } = parent;
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) fail(span, code);
      else if (code !== undefined) span.setAttribute('error.type', code);
      span.end(now());
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

/**
 * Returns the clock of a trace, in milliseconds since 1970. `Date.now()` has whole milliseconds, so children would seem to
 * start together. `performance` is finer, but does not follow corrections of the system's clock.
 */
function createClock(): () => number {
  const precise = performance.timeOrigin;
  const corrected = Date.now() - performance.now();
  const origin = Math.abs(precise - corrected) < 2 ? precise : corrected;
  return () => origin + performance.now();
}

/** Reads `traceparent` only: `tracestate` and `baggage` are texts that the client chooses. */
function callerOf({ headers }: FastifyRequest): Context {
  const caller = typeof headers.traceparent === 'string' ? parseTraceParent(headers.traceparent) : null;
  return caller === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...caller, isRemote: true });
}

function fail(span: Span, code: string | undefined): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  if (code !== undefined) span.setAttribute('error.type', code);
}
