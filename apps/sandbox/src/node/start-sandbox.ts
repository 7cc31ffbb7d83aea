import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createTokenIssuer } from '@session-token/issuer';
import type { ExtensionState } from '../contract/extension-state.ts';
import { type AppServer, startAppServer } from './app-server.ts';
import type { CommandLine } from './command-line.ts';
import { describeProblem } from './describe-problem.ts';
import { createEventStreams } from './event-streams.ts';
import { createExchangeRecorder } from './exchange-recorder.ts';
import { startExtensionBuilds } from './extension-builds.ts';
import { closeServer, LOOPBACK, listenOnLoopback } from './listen.ts';
import { buildPageAssets } from './page-assets.ts';
import { createPageHandler } from './page-handler.ts';
import type { StepResult } from './progress.ts';
import { createRecordingProxy } from './recording-proxy.ts';
import { makeRoundTrip, type RoundTrip } from './round-trip.ts';
import { mintSessionToken } from './session-token-endpoint.ts';

export interface SandboxEvents {
  /** A step is under way; resolves or throws with it. */
  step<T>(title: string, work: Promise<T>, result: (value: T) => StepResult): Promise<T>;
  serverLog(line: string): void;
  serverExit(reason: string): void;
  extensionChange(state: ExtensionState): void;
}

export interface Sandbox {
  /** Of the page. */
  url: string;
  /** Where the extension finds the app's server. */
  apiOrigin: string;
  makeRoundTrip(): Promise<RoundTrip>;
  /** Ends all that was started; resolves once it is gone. */
  stop(): Promise<void>;
}

/** Wires the sandbox up: the real server, the recording proxy before it, the extension's builds, the page. */
export async function startSandbox(options: CommandLine, events: SandboxEvents): Promise<Sandbox> {
  // A throwaway app: its secret lives in this process and the server's alone, and never reaches a browser.
  const clientId = randomBytes(16).toString('hex');
  const secret = randomBytes(32).toString('hex');
  const mint = createTokenIssuer({ clientId, secret });

  const cleanUps: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(cleanUps.splice(0).map((cleanUp) => cleanUp()));
  };
  try {
    // The ports first: a taken one is known before anything else is started.
    const page: { handle?: RequestListener } = {};
    const pageServer = createServer((request, response) => {
      if (page.handle) page.handle(request, response);
      else response.writeHead(503).end();
    });
    const port = await listenOnLoopback(pageServer, options.port);
    cleanUps.push(() => closeServer(pageServer));

    const streams = createEventStreams();
    const upstream: { server?: AppServer } = {};
    const proxy = createRecordingProxy({
      upstream: () => upstream.server,
      begin: createExchangeRecorder((exchange) => streams.send('exchange', exchange)),
    });
    const apiPort = await listenOnLoopback(proxy.server, options.apiPort);
    cleanUps.push(() => closeServer(proxy.server));
    const apiOrigin = `http://${LOOPBACK}:${apiPort}`;

    const assets = buildPageAssets();
    const builds = startExtensionBuilds({
      directory: options.extensionDirectory,
      appUrl: apiOrigin,
      onChange(state) {
        streams.send('extension', state);
        events.extensionChange(state);
      },
    });
    const appServer = startAppServer({
      clientId,
      secret,
      onLog: events.serverLog,
      onExit: events.serverExit,
    });
    // Whatever comes up is ended, even when another of the three fails.
    cleanUps.push(async () => (await builds.catch(() => undefined))?.stop());
    cleanUps.push(async () => (await appServer.catch(() => undefined))?.stop());

    const [pageAssets, extension, server] = await Promise.all([
      assets,
      events.step('Extension', builds, describeBuild),
      events.step('Server', appServer, ({ host, port }) => ({
        ok: true,
        text: `apps/server on ${host}:${port}, throwaway secret`,
      })),
    ]);
    upstream.server = server;

    page.handle = createPageHandler({
      assets: pageAssets,
      streams,
      extensionState: extension.state,
      extensionCode: extension.code,
      mint: (request) => mintSessionToken(mint, request),
      setNetwork: (network) => Object.assign(proxy.network, network),
    });
    return {
      url: `http://${LOOPBACK}:${port}/`,
      apiOrigin,
      stop,
      makeRoundTrip: () => makeRoundTrip(apiOrigin, mint({ sub: 'gid://shopify/Customer/42' })),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function describeBuild(extension: { state(): ExtensionState }): StepResult {
  const { built, problems } = extension.state();
  if (!built) return { ok: false, text: describeProblem(problems) };
  const text = `${built.manifest.handle}, ${(built.compressedBytes / 1024).toFixed(1)} KB compressed of 64 KB`;
  return { ok: true, text };
}
