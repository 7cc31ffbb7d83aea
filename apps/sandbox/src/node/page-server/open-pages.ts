import type { NetworkRequest } from '../../contract/endpoints.ts';
import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import type { NetworkPolicy } from '../../contract/network-policy.ts';
import { closeServer, LOOPBACK, listenOnLoopback } from '../http/listen.ts';
import { createExchangeRecorder } from '../proxy/exchange-recorder.ts';
import type { Upstream } from '../proxy/forward.ts';
import { createRecordingProxy } from '../proxy/recording-proxy.ts';

/** An open page. Each has its own API address, so pages neither see nor control the traffic of others. */
export interface OpenPage {
  apiOrigin: string;
  setNetwork(network: NetworkRequest): void;
  authorizationOf(exchangeId: number): string | undefined;
  close(): Promise<void>;
}

export interface OpenPagesOptions {
  upstream(): Promise<Upstream | undefined>;
  /** Default: requests reach the app's server only. */
  policy?: NetworkPolicy;
  onExchangeStart(pageId: string, exchange: StartedExchange): void;
  onExchange(pageId: string, exchange: Exchange): void;
}

/** How long a page without an event stream keeps its address, because it may be loading or reconnecting. */
const GRACE_MS = 10_000;

/** Maximum number of open pages, each of which uses a port. */
export const MAX_OPEN_PAGES = 40;

interface Entry {
  page: Promise<OpenPage>;
  /** Number of open event streams. The page stays while there is one. */
  streams: number;
  expiry: NodeJS.Timeout | undefined;
}

export function createOpenPages(options: OpenPagesOptions) {
  /** Least recently used first. */
  const entries = new Map<string, Entry>();
  const ports = new Set<number>();

  async function open(pageId: string): Promise<OpenPage> {
    const recorder = createExchangeRecorder({
      onStart: (exchange) => options.onExchangeStart(pageId, exchange),
      onEnd: (exchange) => options.onExchange(pageId, exchange),
    });
    const proxy = createRecordingProxy({
      upstream: options.upstream,
      ...(options.policy && { policy: options.policy }),
      begin: recorder.begin,
    });
    const port = await listenOnLoopback(proxy.server, 0);
    ports.add(port);
    return {
      apiOrigin: `http://${LOOPBACK}:${port}`,
      setNetwork: (network) => Object.assign(proxy.network, network),
      authorizationOf: recorder.authorizationOf,
      close: () => {
        ports.delete(port);
        return closeServer(proxy.server);
      },
    };
  }

  async function close(pageId: string): Promise<void> {
    const entry = entries.get(pageId);
    entries.delete(pageId);
    clearTimeout(entry?.expiry);
    await entry?.page.then((page) => page.close()).catch(() => {});
  }

  function expireLater(pageId: string, entry: Entry): void {
    clearTimeout(entry.expiry);
    entry.expiry = undefined;
    if (entry.streams > 0) return;
    // Another page may have the id now.
    entry.expiry = setTimeout(() => {
      if (entries.get(pageId) === entry) void close(pageId);
    }, GRACE_MS);
    entry.expiry.unref();
  }

  /** Makes room by closing the least recently used page. */
  function makeRoom(): boolean {
    if (entries.size < MAX_OPEN_PAGES) return true;
    const [idle] = [...entries].find(([, { streams }]) => streams === 0) ?? [];
    if (idle === undefined) return false;
    void close(idle);
    return true;
  }

  function enter(pageId: string): Entry | undefined {
    const existing = entries.get(pageId);
    if (existing) return existing;
    if (!makeRoom()) return undefined;
    return { page: open(pageId), streams: 0, expiry: undefined };
  }

  return {
    /** Whether the recording proxy of an open page listens on a port. */
    hasProxyOn: (port: number): boolean => ports.has(port),
    /** Returns the page with this id, and opens it on its first request. `undefined` if too many others are open. */
    async of(pageId: string): Promise<OpenPage | undefined> {
      const entry = enter(pageId);
      if (!entry) return undefined;
      entries.delete(pageId);
      entries.set(pageId, entry);
      expireLater(pageId, entry);
      return entry.page.catch((error) => {
        void close(pageId);
        throw error;
      });
    },
    /** Keeps the page open until the returned function is called, which is when its event stream ends. */
    hold(pageId: string): () => void {
      const entry = entries.get(pageId);
      if (!entry) return () => {};
      entry.streams += 1;
      expireLater(pageId, entry);
      return () => {
        entry.streams -= 1;
        expireLater(pageId, entry);
      };
    },
    async closeAll(): Promise<void> {
      await Promise.all([...entries.keys()].map(close));
    },
  };
}

export type OpenPages = ReturnType<typeof createOpenPages>;
