import { ENDPOINTS } from '../../contract/endpoints.ts';

export interface FrameOptions {
  /** Address of this page's recording proxy; absent: no network access. */
  proxyOrigin?: string;
  /** The worker's origin; absent: an opaque one, as in Shopify's sandboxed frames. */
  origin?: string;
}

/** How long a loaded frame may take to report. The browser does not say when another page was loaded. */
const REPORT_LIMIT_MS = 1_000;

/** Loaded frames without a worker, by their address. They save the next run from loading one. */
const idleFrames = new Map<string, HTMLIFrameElement[]>();

/**
 * Returns the hidden frame for an extension's worker: one whose worker has ended, or a new one. Ends the worker when
 * `signal` aborts.
 */
export async function openFrame({ proxyOrigin, origin }: FrameOptions, signal: AbortSignal): Promise<Window> {
  const query = proxyOrigin ? `?proxy=${new URL(proxyOrigin).port}` : '';
  const address = `${origin ?? ''}${ENDPOINTS.frame}${query}`;
  const idle = idleFrames.get(address) ?? [];
  idleFrames.set(address, idle);
  const frame = idle.pop() ?? (await loadFrame(address, origin, signal));
  const release = () => {
    frame.contentWindow!.postMessage({}, '*');
    idle.push(frame);
  };
  if (signal.aborted) release();
  signal.throwIfAborted();
  signal.addEventListener('abort', release);
  return frame.contentWindow!;
}

/** Never settles if `signal` aborts. */
function loadFrame(
  address: string,
  origin: string | undefined,
  signal: AbortSignal,
): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Extension';
  frame.setAttribute('sandbox', origin ? 'allow-scripts allow-same-origin' : 'allow-scripts');
  frame.src = address;
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = () =>
      reject(new Error(`Nothing serves the worker's frame at ${origin ?? location.origin}.`));
    frame.addEventListener('load', () => {
      timer = setTimeout(giveUp, REPORT_LIMIT_MS);
    });
    const discard = () => {
      clearTimeout(timer);
      frame.remove();
    };
    const onMessage = (event: MessageEvent) => {
      if (event.source !== frame.contentWindow || event.data !== 'frame-ready') return;
      clearTimeout(timer);
      signal.removeEventListener('abort', discard);
      removeEventListener('message', onMessage);
      resolve(frame);
    };
    addEventListener('message', onMessage, { signal });
    signal.addEventListener('abort', discard);
    document.body.append(frame);
  });
}
