import type { NetworkRequest } from '../../contract/endpoints.ts';
import type { Exchange } from '../../contract/exchange.ts';
import { closeServer, LOOPBACK, listenOnLoopback } from '../listen.ts';
import { createExchangeRecorder } from '../proxy/exchange-recorder.ts';
import { createRecordingProxy, type Upstream } from '../proxy/recording-proxy.ts';

/** One open page: an address of the API that it alone uses, so that what it sees and steers is its own. */
export interface OpenPage {
  apiOrigin: string;
  setNetwork(network: NetworkRequest): void;
  authorizationOf(exchangeId: number): string | undefined;
  close(): Promise<void>;
}

export interface OpenPagesOptions {
  upstream(): Upstream | undefined;
  onExchange(pageId: string, exchange: Exchange): void;
}

/** How long a page that has lost its event stream may take to come back. */
const GRACE_MS = 10_000;

export function createOpenPages(options: OpenPagesOptions) {
  const pages = new Map<string, Promise<OpenPage>>();
  const leaving = new Map<string, NodeJS.Timeout>();

  async function open(pageId: string): Promise<OpenPage> {
    const recorder = createExchangeRecorder((exchange) => options.onExchange(pageId, exchange));
    const proxy = createRecordingProxy({ upstream: options.upstream, begin: recorder.begin });
    const port = await listenOnLoopback(proxy.server, 0);
    return {
      apiOrigin: `http://${LOOPBACK}:${port}`,
      setNetwork: (network) => Object.assign(proxy.network, network),
      authorizationOf: recorder.authorizationOf,
      close: () => closeServer(proxy.server),
    };
  }

  async function forget(pageId: string): Promise<void> {
    const page = pages.get(pageId);
    pages.delete(pageId);
    leaving.delete(pageId);
    await page?.then(({ close }) => close());
  }

  return {
    /** The page of that name, opened when it first asks. */
    of(pageId: string): Promise<OpenPage> {
      clearTimeout(leaving.get(pageId));
      leaving.delete(pageId);
      const existing = pages.get(pageId);
      if (existing) return existing;
      const opened = open(pageId);
      pages.set(pageId, opened);
      return opened;
    },
    /** Called when the page's event stream has ended: it was closed, or it comes back soon. */
    left(pageId: string): void {
      const timer = setTimeout(() => void forget(pageId), GRACE_MS);
      timer.unref();
      leaving.set(pageId, timer);
    },
    async closeAll(): Promise<void> {
      for (const timer of leaving.values()) clearTimeout(timer);
      await Promise.all([...pages.keys()].map(forget));
    },
  };
}

export type OpenPages = ReturnType<typeof createOpenPages>;
