import { randomBytes } from 'node:crypto';
import { createTokenIssuer } from '@session-token/token-issuer';
import type { SessionTokenRequest } from '../../contract/endpoints.ts';
import { type AppServer, startAppServer } from './app-server.ts';
import { mintSessionToken } from './mint-session-token.ts';

export interface ThrowawayAppEvents {
  serverLog(line: string): void;
  serverExit(reason: string): void;
}

export interface ThrowawayApp {
  clientId: string;
  startServer(events: ThrowawayAppEvents): Promise<AppServer>;
  mint(request: SessionTokenRequest): string;
}

const randomCredentials = () => ({
  clientId: randomBytes(16).toString('hex'),
  secret: randomBytes(32).toString('hex'),
});

/**
 * Creates an app for one run. Only this process and the server have its secrets, and no browser does. The credentials
 * are random, unless the developer's own server has them.
 */
export function createThrowawayApp({ clientId, secret } = randomCredentials()): ThrowawayApp {
  const previousSecret = randomBytes(32).toString('hex');
  const settings = { mint: createTokenIssuer({ clientId, secret }), previousSecret };
  return {
    clientId,
    startServer: ({ serverLog, serverExit }) =>
      startAppServer({ clientId, secret, previousSecret, onLog: serverLog, onExit: serverExit }),
    mint: (request) => mintSessionToken(settings, request),
  };
}
