import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { errorCodesOf } from '../src/http/openapi.ts';

/** Fastify publishes every new instance here, before anything is registered. */
const CHANNEL = 'fastify.initialization';

/**
 * Records the routes of the app that `build` creates before it first awaits. Makes the app's `inject` reject if a
 * route with callers or codes answers an error code that it does not declare.
 */
export function recordRoutes<Building>(build: () => Building): {
  building: Building;
  routes: RouteOptions[];
} {
  const routes: RouteOptions[] = [];
  const onApp = (message: unknown) => watch((message as { fastify: FastifyInstance }).fastify, routes);
  subscribe(CHANNEL, onApp);
  try {
    return { building: build(), routes };
  } finally {
    unsubscribe(CHANNEL, onApp);
  }
}

function watch(app: FastifyInstance, routes: RouteOptions[]): void {
  const undeclared: string[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onSend', async ({ routeOptions, method, errorCode }) => {
    const { config = {}, schema } = routeOptions;
    const declared = errorCodesOf({ config, schema } as RouteOptions);
    if (errorCode && declared.length > 0 && !declared.includes(errorCode))
      undeclared.push(`${method} ${routeOptions.url} answered ${errorCode}, which it does not declare`);
  });
  const inject = app.inject.bind(app) as (request: object | string) => Promise<unknown>;
  app.inject = (async (request: object | string) => {
    const response = await inject(request);
    if (undeclared.length > 0) throw new Error(undeclared.splice(0).join('\n'));
    return response;
  }) as typeof app.inject;
}
