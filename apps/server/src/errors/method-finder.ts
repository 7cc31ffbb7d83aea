import type { FastifyInstance } from 'fastify';
import createRouter, { type HTTPMethod } from 'find-my-way';

/**
 * Finds which methods a URL has, so that a wrong method can be told from an unknown route (RFC 9110
 * §15.5.6). Fastify's router has no such look-up; this one is its own router, filled with the same
 * patterns. The plugin that calls it must be registered before the routes.
 */
export function createMethodFinder(app: FastifyInstance): (url: string) => HTTPMethod[] {
  const router = createRouter();
  const methods = new Set<HTTPMethod>();
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat() as HTTPMethod[]) {
      // `OPTIONS *` is how @fastify/cors takes the preflights of all URLs.
      if (url === '*' || router.hasRoute(each, url)) continue;
      router.on(each, url, () => undefined);
      methods.add(each);
    }
  });
  return (url) => [...methods].filter((method) => router.find(method, url.split('?', 1)[0] ?? '') !== null);
}
