import { createHash } from 'node:crypto';
import { SHOPIFY_FRAME_ORIGIN } from '../../contract/endpoints.ts';

/** An HTML document and the policy that it is served with. */
export interface HtmlDocument {
  html: string;
  contentSecurityPolicy: string;
}

/**
 * The page that people see. Its scripts and styles are files of ours; styles of shadow roots are adopted.
 * Frames are its own, those of `frameOrigin`, or Shopify's where a browser was told that we are it.
 */
export function pageDocument(frameOrigin: string): HtmlDocument {
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4f46e5"/><path d="M9 16.5l4.6 4.6L23 11" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Session token sandbox</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body></body>
</html>
`,
    contentSecurityPolicy: [
      "default-src 'self'",
      "img-src 'self' https: data:",
      `frame-src 'self' ${frameOrigin} ${SHOPIFY_FRAME_ORIGIN}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
}

/** Waits for the runtime and a port from the page, and starts the worker with both. */
const FRAME_SCRIPT = `addEventListener('message', (event) => {
  if (event.source !== parent) return;
  const { runtime, port } = event.data;
  const worker = new Worker(URL.createObjectURL(new Blob([runtime], { type: 'text/javascript' })));
  worker.postMessage({ port }, [port]);
});
parent.postMessage('frame-ready', '*');`;

export interface FrameOptions {
  networkAccess: boolean;
  /** The origins of the pages that may show it. Default: its own. */
  parents?: readonly string[];
}

/**
 * The hidden frame that the extension's worker lives in. The page gives it `sandbox="allow-scripts"`,
 * so its origin is opaque, unless another origin is asked for; the worker inherits the policy, which
 * alone decides on network access.
 */
export function frameDocument({ networkAccess, parents = ["'self'"] }: FrameOptions): HtmlDocument {
  const hash = createHash('sha256').update(FRAME_SCRIPT).digest('base64');
  return {
    html: `<!doctype html><meta charset="utf-8"><title>Extension</title><script>${FRAME_SCRIPT}</script>`,
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src 'sha256-${hash}' blob:`,
      'worker-src blob:',
      `connect-src ${networkAccess ? 'http: https:' : "'none'"}`,
      `frame-ancestors ${parents.join(' ')}`,
    ].join('; '),
  };
}
