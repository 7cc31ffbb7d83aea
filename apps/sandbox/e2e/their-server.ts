import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };

export interface TheirCredentials {
  clientId: string;
  secret: string;
}

/** Creates a server of other make: it checks the signature and the audience, and has no error codes. */
export function createTheirServer(credentials: () => TheirCredentials): Server {
  return createServer((request, response) => {
    if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
    if (!accepts(request.headers.authorization ?? '', credentials()))
      return response.writeHead(401, CORS).end();
    return response
      .writeHead(200, { ...CORS, 'content-type': 'application/json' })
      .end(JSON.stringify({ gift: 'a mug' }));
  });
}

function accepts(authorization: string, { clientId, secret }: TheirCredentials): boolean {
  const [header, payload, signature] = authorization.replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  if (signature !== expected) return false;
  const { aud } = JSON.parse(Buffer.from(payload ?? 'e30', 'base64url').toString());
  return aud === clientId;
}
