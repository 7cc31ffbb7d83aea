import type { ServerState } from '../../contract/server-state.ts';
import { SetupError } from '../setup-error.ts';
import type { AppServer } from './app-server.ts';

export interface RestartingServerOptions {
  /** Starts the server; `onExit` is called if it then ends by itself. */
  start(onExit: (reason: string) => void): Promise<AppServer>;
  onState(state: ServerState): void;
}

export interface RestartingServer {
  state(): ServerState;
  /** The running or starting server. `undefined` if it failed; the next restart may succeed. */
  current(): Promise<AppServer | undefined>;
  /** Stops the server and starts it from the current source. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps the app's server running across changes of its source. Reports a failed start, and retries after the next
 * change.
 */
export function createRestartingServer({ start, onState }: RestartingServerOptions): RestartingServer {
  let state: ServerState = { status: 'starting', starts: 0 };
  let stopped = false;
  let waiting: Promise<void> | undefined;
  let current: Promise<AppServer | undefined> = launch();

  function become(next: ServerState): void {
    state = next;
    onState(state);
  }

  async function launch(): Promise<AppServer | undefined> {
    try {
      const server = await start((reason) => {
        if (stopped) return;
        current = Promise.resolve(undefined);
        become({
          status: 'failed',
          starts: state.starts,
          problem: `The server ended by itself (${reason}).`,
        });
      });
      become({ status: 'up', starts: state.starts + 1 });
      return server;
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      become({ status: 'failed', starts: state.starts, problem: error.message });
      return undefined;
    }
  }

  async function relaunch(): Promise<void> {
    const previous = await current;
    waiting = undefined;
    if (stopped) return;
    current = Promise.resolve(previous?.stop()).then(launch);
    become({ status: 'starting', starts: state.starts });
    await current;
  }

  return {
    state: () => state,
    current: () => current,
    restart() {
      // Changes during a start share the next restart.
      waiting ??= relaunch();
      return waiting;
    },
    async stop() {
      stopped = true;
      await (await current)?.stop();
    },
  };
}
