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

/** Creates an app for one run. Only this process and the server have its secrets, and no browser does. */
export function createThrowawayApp(): ThrowawayApp {
  const clientId = randomBytes(16).toString('hex');
  const [secret, previousSecret] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const settings = { mint: createTokenIssuer({ clientId, secret }), previousSecret };
  return {
    clientId,
    startServer: ({ serverLog, serverExit }) =>
      startAppServer({ clientId, secret, previousSecret, onLog: serverLog, onExit: serverExit }),
    mint: (request) => mintSessionToken(settings, request),
  };
}
