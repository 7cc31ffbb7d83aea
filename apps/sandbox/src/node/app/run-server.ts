import { installation } from '#installation';
import type { ServerState } from '../../contract/server-state.ts';
import { originOf, type Upstream } from '../proxy/forward.ts';
import { SetupError } from '../setup-error.ts';
import type { StepResult } from '../terminal/progress.ts';
import { watchExternalServer } from './external-server.ts';
import { createRestartingServer } from './restarting-server.ts';
import { watchSources } from './source-watcher.ts';
import type { ThrowawayApp } from './throwaway-app.ts';

/** The app's server: the one of this repository, or the developer's own. */
export interface RunningServer {
  state(): ServerState;
  /** Its address; `undefined` if it does not run. */
  current(): Promise<Upstream | undefined>;
  /** Where its API is documented; `undefined` for the developer's own server, or while it does not run. */
  docsOrigin(): Promise<string | undefined>;
  /** Resolves at the end of the first start, for the terminal. Rejects with a SetupError if it failed. */
  ready(): Promise<StepResult>;
  stop(): Promise<void>;
}

export interface OwnServerEvents {
  serverLog(line: string): void;
  onState(state: ServerState): void;
}

/** Starts `apps/server`, and restarts it when one of its files is saved. */
export function runOwnServer(app: ThrowawayApp, { serverLog, onState }: OwnServerEvents): RunningServer {
  const { name, sourceFolders } = installation.server;
  const server = createRestartingServer({
    start: (serverExit) => app.startServer({ serverLog, serverExit }),
    onState,
  });
  const stopWatching = watchSources(sourceFolders(), () => void server.restart());
  return {
    state: server.state,
    current: server.current,
    async docsOrigin() {
      const running = await server.current();
      return running && originOf(running);
    },
    async ready() {
      const started = await server.current();
      if (!started) throw new SetupError(server.state().problem ?? "The app's server did not start.");
      return { ok: true, text: `${name} on ${started.host}:${started.port}, throwaway secret` };
    },
    async stop() {
      stopWatching();
      await server.stop();
    },
  };
}

/** Watches the developer's own server, which may start later. */
export function runExternalServer(origin: string, onState: (state: ServerState) => void): RunningServer {
  const server = watchExternalServer({ origin, onState });
  return {
    state: server.state,
    current: server.current,
    docsOrigin: async () => undefined,
    async ready() {
      const isUp = await server.firstLook;
      const waiting = `nothing listens at ${origin} yet; the sandbox waits for it`;
      return { ok: isUp, text: isUp ? `yours at ${origin}` : waiting };
    },
    stop: server.stop,
  };
}
