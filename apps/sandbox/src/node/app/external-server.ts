import { connect } from 'node:net';
import type { ServerState } from '../../contract/server-state.ts';
import { isLoopback } from '../http/listen.ts';
import type { Upstream } from '../proxy/forward.ts';
import { upstreamOf } from '../proxy/route.ts';

export interface ExternalServerOptions {
  /** The origin of the developer's server. */
  origin: string;
  onState(state: ServerState): void;
  /** Default: twice a second on this machine, every five seconds elsewhere. */
  intervalMs?: number;
}

/** A server that the developer runs. */
export interface ExternalServer {
  state(): ServerState;
  /** Its address, whether it listens or not. */
  current(): Promise<Upstream>;
  /** Resolves to whether it listens, after the first look. */
  firstLook: Promise<boolean>;
  stop(): Promise<void>;
}

const CONNECT_LIMIT_MS = 2_000;

/**
 * Watches whether something listens at the address, by opening connections without a request, which leave no trace in
 * the server's log. Each time that it listens again counts as a start: the page then runs the extension again.
 */
export function watchExternalServer({ origin, onState, intervalMs }: ExternalServerOptions): ExternalServer {
  const url = new URL(origin);
  const upstream = upstreamOf(url);
  const pauseMs = intervalMs ?? (isLoopback(url) ? 500 : 5_000);
  let state: ServerState = { status: 'starting', starts: 0 };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(): Promise<boolean> {
    const isUp = await listens(upstream);
    if (stopped) return isUp;
    if (isUp !== (state.status === 'up') || state.status === 'starting') {
      state = isUp
        ? { status: 'up', starts: state.starts + 1 }
        : { status: 'failed', starts: state.starts, problem: `Nothing listens at ${origin}.` };
      onState(state);
    }
    timer = setTimeout(look, pauseMs);
    return isUp;
  }

  return {
    state: () => state,
    current: async () => upstream,
    firstLook: look(),
    async stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function listens({ host, port }: Upstream): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_LIMIT_MS });
    const end = (isUp: boolean) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
