import type { FastifyInstance } from 'fastify';
import createRouter, { type HTTPMethod } from 'find-my-way';

/**
 * Returns a function that lists the methods of a URL's route, to distinguish a wrong method from an unknown route
 * (RFC 9110 §15.5.6). Fastify's router cannot look this up, so a second router gets the same paths. Call this after
 * @fastify/cors has registered `OPTIONS *` and before the routes are registered.
 */
export function createAllowedMethods(app: FastifyInstance): (url: string) => HTTPMethod[] {
  const router = createRouter();
  const methods = new Set<HTTPMethod>();
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat() as HTTPMethod[]) {
      if (router.hasRoute(each, url)) continue;
      router.on(each, url, () => undefined);
      methods.add(each);
    }
  });
  return (url) => [...methods].filter((method) => router.find(method, url.split('?', 1)[0] ?? '') !== null);
}
