import fp from 'fastify-plugin';

/**
 * Parses JSON bodies and treats an empty body as none, because clients set `Content-Type: application/json` on every
 * request. A route with a body schema rejects a missing body; a route without one ignores the body.
 */
export const jsonBody = fp(
  async (app) => {
    const parseJson = app.getDefaultJsonParser('error', 'error'); // rejects `__proto__` and `constructor` keys
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
      if (body === '') done(null, undefined);
      else parseJson(request, body as string, done);
    });
  },
  { name: 'json-body' },
);
