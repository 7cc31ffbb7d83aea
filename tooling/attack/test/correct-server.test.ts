import { describe, expect, test } from 'vitest';
import { attackServer } from './attack-server.ts';
import { SERVER } from './correct-server/server.ts';

describe('a correct server has no finding', () => {
  test('that serves every caller', async () => {
    const { state, failed, findings, categories } = await attackServer();
    expect({ state, failed, findings }).toEqual({ state: 'complete', failed: false, findings: [] });
    expect(categories.map(({ category }) => category)).toEqual(
      'genuine,authorization,cors,algorithm,signature,encoding,audience,times,shop,caller,foreign'.split(','),
    );
  });

  test.each([['guest'], ['customer'], ['staff'], ['customer', 'staff']] as const)(
    'that serves %s %s',
    async (...callers) => {
      const kinds = callers.filter((caller) => caller !== undefined);
      const { state, findings, categories } = await attackServer({ callers: kinds }, { kinds });
      expect({ state, findings }).toEqual({ state: 'complete', findings: [] });
      const kind = categories.find(({ category }) => category === 'kind');
      expect(kind?.sent).toBe(3 - kinds.length);
    },
  );

  test('that reads the token from another header', async () => {
    const readToken: typeof SERVER.readToken = ({ headersDistinct }) => {
      const [token, second] = headersDistinct['x-session-token'] ?? [];
      if (token === undefined || second !== undefined || /[ \t,]/.test(token)) throw new Error('no token');
      return token;
    };
    const preflight: typeof SERVER.preflight = (_request, response) =>
      void response
        .writeHead(204, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': 'X-Session-Token',
        })
        .end();
    const { state, findings } = await attackServer(
      { readToken, preflight },
      { tokenHeader: 'X-Session-Token' },
    );
    expect({ state, findings }).toEqual({ state: 'complete', findings: [] });
  });

  test('that needs a body of a type', async () => {
    const bodies = new Set<string>();
    const readToken: typeof SERVER.readToken = (request) => {
      bodies.add(`${request.method} ${request.headers['content-type']} ${request.headers['content-length']}`);
      return SERVER.readToken(request);
    };
    const { state, findings } = await attackServer(
      { readToken },
      { method: 'POST', body: '{"é":1}', headers: [['Content-Type', 'application/json']] },
    );
    expect({ state, findings }).toEqual({ state: 'complete', findings: [] });
    expect([...bodies]).toEqual(['POST application/json 8']);
  });

  test('without CORS, if an extension never calls it', async () => {
    const { findings } = await attackServer({ cors: () => ({}) }, { cors: false });
    expect(findings).toEqual([]);
  });
});
