import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { installation } from '#installation';
import type { ExtensionState } from '../contract/extension-state.ts';
import type { ServerState } from '../contract/server-state.ts';
import { credentialsOf } from './app/app-credentials.ts';
import type { DevelopmentCredentials } from './app/development-credentials.ts';
import { findApps, originsOf, serverOrigins } from './app/find-apps.ts';
import { runExternalServer, runOwnServer } from './app/run-server.ts';
import { createThrowawayApp } from './app/throwaway-app.ts';
import { type ExtensionBuilds, startExtensionBuilds } from './extension-builds.ts';
import type { SelectedExtension } from './extension-selection.ts';
import { createGraphqlService } from './graphql/graphql-service.ts';
import { closeServer, isLoopback, LOOPBACK, listenOnLoopback } from './http/listen.ts';
import { createResilientServer, type RequestHandler } from './http/resilient-server.ts';
import { createEventStreams } from './page-server/event-streams.ts';
import { createFrameServer } from './page-server/frame-server.ts';
import { createOpenPages } from './page-server/open-pages.ts';
import { loadPageAssets } from './page-server/page-assets.ts';
import { createPageHandler } from './page-server/page-handler.ts';
import { createRunKey } from './page-server/run-key.ts';
import { makeRoundTrip, type RoundTrip } from './round-trip.ts';
import { SetupError } from './setup-error.ts';
import type { CommandLine } from './terminal/command-line.ts';
import { describeProblem, placeAndText } from './terminal/describe-problem.ts';
import type { StepResult } from './terminal/progress.ts';

export interface SandboxEvents {
  /** Shows a step that is pending; resolves or throws with it. */
  step<T>(title: string, work: Promise<T>, result: (value: T) => StepResult): Promise<T>;
  serverLog(line: string): void;
  serverState(state: ServerState): void;
  extensionChange(state: ExtensionState): void;
}

export interface Sandbox {
  /** URL of the page, with the key of this run. */
  url: string;
  /** The credentials of the developer's own server, with `--api`. */
  credentials?: DevelopmentCredentials;
  /** Absent with `--api`: only the extension knows the routes of the developer's own server. */
  makeRoundTrip?(): Promise<RoundTrip>;
  /** Stops everything, and resolves when it has ended. */
  stop(): Promise<void>;
}

/** An app may have dozens of extensions, and the server starts meanwhile. */
const MAX_CONCURRENT_BUILDS = 4;

/** Starts the sandbox: the real server, a recording proxy for each page, the extensions' builds, the page. */
export async function startSandbox(options: CommandLine, events: SandboxEvents): Promise<Sandbox> {
  const { api } = options;
  const apps = await findApps(options.extensions);
  const credentials = api === undefined ? undefined : credentialsOf(apps, options.extensions);
  const app = createThrowawayApp(credentials);
  const cleanUps: (() => unknown)[] = [];
  const stop = async () => {
    await Promise.all(cleanUps.splice(0).map((cleanUp) => cleanUp()));
  };
  try {
    // The port first, so that a port in use is reported before anything else starts.
    const page: { handle?: RequestHandler } = {};
    const pageServer = createResilientServer((request, response) => {
      if (page.handle) return page.handle(request, response);
      response.writeHead(503).end();
    });
    const port = await listenOnLoopback(pageServer, options.port);
    cleanUps.push(() => closeServer(pageServer));
    const appOrigins = [...originsOf(apps), ...serverOrigins(api, options.apiHosts)];
    const policy = { appOrigins, allowedHosts: options.allowedHosts };
    assertNotOwnHost([...policy.allowedHosts, ...(api === undefined ? [] : [new URL(api).host])], port);
    // A free port differs each time, so no page can reconnect.
    const runKey = createRunKey(options.port === 0 ? undefined : join(installation.keys, `key-${port}`));
    const pageOrigins = [LOOPBACK, 'localhost'].map((host) => `http://${host}:${port}`);
    const streams = createEventStreams();
    const onState = (state: ServerState) => {
      streams.sendToAll('server', state);
      events.serverState(state);
    };
    const server =
      api === undefined
        ? runOwnServer(app, { serverLog: events.serverLog, onState })
        : runExternalServer(api, onState);
    cleanUps.push(server.stop);
    const pages = createOpenPages({
      upstream: server.current,
      policy,
      onExchangeStart: (pageId, exchange) => streams.sendTo(pageId, 'exchangeStart', exchange),
      onExchange: (pageId, exchange) => streams.sendTo(pageId, 'exchange', exchange),
    });
    cleanUps.push(pages.closeAll);
    const frameServer = createFrameServer(pageOrigins, pages.hasProxyOn);
    const frameOrigin = `http://${LOOPBACK}:${await listenOnLoopback(frameServer, 0)}`;
    cleanUps.push(() => closeServer(frameServer));

    const graphql = createGraphqlService();
    cleanUps.push(graphql.stop);
    const assets = loadPageAssets();
    const extensions: ExtensionBuilds[] = [];
    const startBuilds = (extension: SelectedExtension) =>
      startExtensionBuilds({
        ...extension,
        env: options.env,
        ...(options.sceneFile && { sceneFile: options.sceneFile }),
        clientId: app.clientId,
        onChange(state) {
          streams.sendToAll(
            'extensions',
            extensions.map((extension) => extension.state()),
          );
          events.extensionChange(state);
        },
      });
    const builds: Promise<ExtensionBuilds>[] = [];
    for (const [index, extension] of options.extensions.entries()) {
      const earlier = builds[index - MAX_CONCURRENT_BUILDS];
      builds.push(Promise.allSettled([earlier]).then(() => startBuilds(extension)));
    }
    // Stops everything that has started, even if something fails.
    for (const build of builds) cleanUps.push(async () => (await build.catch(() => undefined))?.stop());
    const [pageAssets, , ...built] = await Promise.all([
      assets,
      events.step('Server', server.ready(), (result) => result),
      ...builds.map((build, index) =>
        events.step(`Extension ${options.extensions[index]!.id}`, build, describeBuild),
      ),
    ]);
    extensions.push(...built);

    page.handle = createPageHandler({
      assets: pageAssets,
      streams,
      pages,
      extensions,
      frameOrigin,
      clientId: app.clientId,
      runId: randomUUID(),
      runKey,
      policy,
      ...(api !== undefined && { api }),
      serverState: server.state,
      docsOrigin: server.docsOrigin,
      mint: app.mint,
      graphql,
    });
    return {
      url: `http://${LOOPBACK}:${port}/#key=${runKey.key}`,
      stop,
      ...(credentials && { credentials }),
      ...(api === undefined && {
        makeRoundTrip: async () =>
          makeRoundTrip(
            (await server.docsOrigin())!,
            app.mint({ target: 'purchase.checkout.block.render', customer: '42' }),
          ),
      }),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The proxy must not lead back to the sandbox itself, which mints tokens. */
function assertNotOwnHost(allowedHosts: readonly string[], port: number): void {
  const own = allowedHosts.find((host) => isLoopback(new URL(`http://${host}`), port));
  if (own === undefined) return;
  throw new SetupError(`${own} is the sandbox itself, which extensions may not call.`);
}

function describeBuild(extension: ExtensionBuilds): StepResult {
  const { built, problems } = extension.state();
  if (!built) return { ok: false, text: describeProblem(problems) };
  const targets = built.manifest.targets.map(({ target }) => target);
  const named = [...targets.slice(0, 2), ...(targets.length > 2 ? [`${targets.length - 2} more`] : [])];
  return {
    ok: true,
    text: `${named.join(', ')}, ${(built.compressedBytes / 1024).toFixed(1)} KB of 64 KB`,
    notes: built.warnings.map(placeAndText),
  };
}
