import { createServer, type RequestListener } from 'node:http';
import { basename } from 'node:path';
import type { ExtensionState } from '../contract/extension-state.ts';
import type { AppServer } from './app/app-server.ts';
import { createThrowawayApp } from './app/throwaway-app.ts';
import { type ExtensionBuilds, startExtensionBuilds } from './extension-builds.ts';
import { closeServer, LOOPBACK, listenOnLoopback } from './listen.ts';
import { createEventStreams } from './page-server/event-streams.ts';
import { createFrameServer } from './page-server/frame-server.ts';
import { createOpenPages } from './page-server/open-pages.ts';
import { buildPageAssets } from './page-server/page-assets.ts';
import { createPageHandler } from './page-server/page-handler.ts';
import { makeRoundTrip, type RoundTrip } from './round-trip.ts';
import type { CommandLine } from './terminal/command-line.ts';
import { describeProblem } from './terminal/describe-problem.ts';
import type { StepResult } from './terminal/progress.ts';

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
  makeRoundTrip(): Promise<RoundTrip>;
  /** Ends all that was started; resolves once it is gone. */
  stop(): Promise<void>;
}

/** Wires the sandbox up: the real server, a recording proxy for each page, the extensions' builds, the page. */
export async function startSandbox(options: CommandLine, events: SandboxEvents): Promise<Sandbox> {
  const app = createThrowawayApp();
  const cleanUps: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(cleanUps.splice(0).map((cleanUp) => cleanUp()));
  };
  try {
    // The port first: a taken one is known before anything else is started.
    const page: { handle?: RequestListener } = {};
    const pageServer = createServer((request, response) => {
      if (page.handle) page.handle(request, response);
      else response.writeHead(503).end();
    });
    const port = await listenOnLoopback(pageServer, options.port);
    cleanUps.push(() => closeServer(pageServer));
    const pageOrigins = [LOOPBACK, 'localhost'].map((host) => `http://${host}:${port}`);
    const frameServer = createFrameServer(pageOrigins);
    const frameOrigin = `http://${LOOPBACK}:${await listenOnLoopback(frameServer, 0)}`;
    cleanUps.push(() => closeServer(frameServer));

    const streams = createEventStreams();
    const upstream: { server?: AppServer } = {};
    const pages = createOpenPages({
      upstream: () => upstream.server,
      onExchange: (pageId, exchange) => streams.sendTo(pageId, 'exchange', exchange),
    });
    cleanUps.push(() => pages.closeAll());

    const assets = buildPageAssets();
    const extensions: ExtensionBuilds[] = [];
    const builds = options.extensionDirectories.map((directory) =>
      startExtensionBuilds({
        directory,
        onChange(state) {
          streams.sendToAll(
            'extensions',
            extensions.map((extension) => extension.state()),
          );
          events.extensionChange(state);
        },
      }),
    );
    const appServer = app.startServer(events);
    // Whatever comes up is ended, even when another one fails.
    for (const build of builds) cleanUps.push(async () => (await build.catch(() => undefined))?.stop());
    cleanUps.push(async () => (await appServer.catch(() => undefined))?.stop());

    const [pageAssets, server, ...built] = await Promise.all([
      assets,
      events.step('Server', appServer, ({ host, port: serverPort }) => ({
        ok: true,
        text: `apps/server on ${host}:${serverPort}, throwaway secret`,
      })),
      ...builds.map((build, index) =>
        events.step(`Extension ${basename(options.extensionDirectories[index]!)}`, build, describeBuild),
      ),
    ]);
    upstream.server = server;
    extensions.push(...built);

    page.handle = createPageHandler({
      assets: pageAssets,
      streams,
      pages,
      extensions,
      frameOrigin,
      mint: app.mint,
    });
    return {
      url: `http://${LOOPBACK}:${port}/`,
      stop,
      makeRoundTrip: () =>
        makeRoundTrip(
          `http://${server.host}:${server.port}`,
          app.mint({ target: 'purchase.checkout.block.render', customer: '42' }),
        ),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function describeBuild(extension: ExtensionBuilds): StepResult {
  const { built, problems } = extension.state();
  if (!built) return { ok: false, text: describeProblem(problems) };
  const targets = built.manifest.targets.map(({ target }) => target).join(', ');
  return { ok: true, text: `${targets}, ${(built.compressedBytes / 1024).toFixed(1)} KB of 64 KB` };
}
