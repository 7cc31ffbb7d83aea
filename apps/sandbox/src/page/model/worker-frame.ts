import { ENDPOINTS } from '../../contract/endpoints.ts';

export interface FrameOptions {
  /** Address of this page's recording proxy; absent: no network access. */
  proxyOrigin?: string;
  /** The worker's origin; absent: an opaque one, as in Shopify's sandboxed frames. */
  origin?: string;
}

/** How long a loaded frame may take to report. The browser does not say when another page was loaded. */
const REPORT_LIMIT_MS = 1_000;

/** Opens the hidden frame of an extension's worker, and closes it when `signal` aborts. */
export async function openFrame(options: FrameOptions, signal: AbortSignal): Promise<Window> {
  const { proxyOrigin, origin } = options;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Extension';
  frame.setAttribute('sandbox', origin ? 'allow-scripts allow-same-origin' : 'allow-scripts');
  const query = proxyOrigin ? `?proxy=${new URL(proxyOrigin).port}` : '';
  frame.src = `${origin ?? ''}${ENDPOINTS.frame}${query}`;
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = () =>
      reject(new Error(`Nothing serves the worker's frame at ${origin ?? location.origin}.`));
    frame.addEventListener('load', () => {
      timer = setTimeout(giveUp, REPORT_LIMIT_MS);
    });
    const onMessage = (event: MessageEvent) => {
      if (event.source !== frame.contentWindow || event.data !== 'frame-ready') return;
      clearTimeout(timer);
      resolve(frame.contentWindow!);
    };
    addEventListener('message', onMessage, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      frame.remove();
    });
    document.body.append(frame);
  });
}
