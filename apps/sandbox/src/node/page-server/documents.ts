import { createHash } from 'node:crypto';
import { SHOPIFY_FRAME_ORIGIN } from '../../contract/endpoints.ts';
import { imageDirective } from '../../contract/image-sources.ts';
import { PARAMETER_DOCS } from '../../contract/parameter-docs.ts';
import { LOOPBACK } from '../http/listen.ts';
import { html } from './html.ts';

/** An HTML document and its Content-Security-Policy. */
export interface HtmlDocument {
  html: string;
  contentSecurityPolicy: string;
}

export interface PageOptions {
  /** The name of its script and its styles. */
  name: 'page' | 'gallery';
  frameOrigin: string;
  /** See `NetworkPolicy`. Default: none. */
  allowedHosts?: readonly string[];
}

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4f46e5"/><path d="M9 16.5l4.6 4.6L23 11" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The icon of every page, as a URL. */
const PAGE_ICON = `data:image/svg+xml,${encodeURIComponent(ICON)}`;

/** An empty page that loads the script and the styles of this name. */
export const htmlOf = (name: string, title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="x-dns-prefetch-control" content="off">
<title>${title}</title>
<link rel="icon" href="${PAGE_ICON}">
<link rel="stylesheet" href="/${name}.css">
<script type="module" src="/${name}.js"></script>
</head>
<body></body>
</html>
`;

/**
 * A page of the sandbox. It loads only its own scripts and styles. Its frames come from itself, from `frameOrigin`, or
 * from Shopify's origin in a browser that resolves it to this machine. Images come from Shopify's CDN, the allowed hosts
 * and proxies on this machine, which the page narrows to its own.
 */
export function pageDocument({ name, frameOrigin, allowedHosts = [] }: PageOptions): HtmlDocument {
  return {
    html: htmlOf(name, TITLES[name]),
    contentSecurityPolicy: [
      "default-src 'self'",
      imageDirective({ allowedHosts }, ['*']),
      `frame-src 'self' ${frameOrigin} ${SHOPIFY_FRAME_ORIGIN}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
}

const TITLES: Record<PageOptions['name'], string> = {
  page: 'Session token sandbox',
  gallery: 'Gallery · Session token sandbox',
};

/**
 * Waits for the runtime and a port from the page, and starts the worker with both. A message without a port ends the
 * worker. Each worker has its own URL, because a hostile extension may revoke the URL of its worker.
 */
const FRAME_SCRIPT = `let worker;
addEventListener('message', (event) => {
  if (event.source !== parent) return;
  worker?.terminate();
  const { runtime, port } = event.data;
  if (!port) return;
  worker = new Worker(URL.createObjectURL(runtime));
  worker.postMessage({ port }, [port]);
});
parent.postMessage('frame-ready', '*');`;

export interface FrameOptions {
  /** Port of the recording proxy, the only server that the worker can reach. Absent: no network access. */
  proxyPort?: number | undefined;
  /** Origins of the pages that may embed it. Default: its own. */
  parents?: readonly string[];
}

/**
 * The hidden frame that the extension's worker lives in. The page gives it `sandbox="allow-scripts"`,
 * so its origin is opaque unless another one is requested. The worker inherits the policy, which alone
 * decides on network access. It never allows images, styles, fonts, frames or forms.
 */
export function frameDocument({ proxyPort, parents = ["'self'"] }: FrameOptions): HtmlDocument {
  const hash = createHash('sha256').update(FRAME_SCRIPT).digest('base64');
  return {
    html: `<!doctype html><meta charset="utf-8"><title>Extension</title><script>${FRAME_SCRIPT}</script>`,
    contentSecurityPolicy: [
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `script-src 'sha256-${hash}' blob:`,
      'worker-src blob:',
      `connect-src ${proxyPort ? proxyOrigins(proxyPort).join(' ') : "'none'"}`,
      `frame-ancestors ${parents.join(' ')}`,
    ].join('; '),
  };
}

/** `localhost`: after a redirect to another origin, see `rewriteRedirect`. */
const proxyOrigins = (port: number) => [LOOPBACK, 'localhost'].map((host) => `http://${host}:${port}`);

/** Reads the query of a frame's URL. `hasProxyOn` keeps a forged one from opening another port of this machine. */
export function proxyPortOf(query: URLSearchParams, hasProxyOn: (port: number) => boolean) {
  const port = Number(query.get('proxy'));
  return hasProxyOn(port) ? port : undefined;
}

const PARAMETERS_STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem}
table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem;border-bottom:1px solid #8884}
code{font:13px ui-monospace,monospace}:root{color-scheme:light dark}`;

/** The table of the page's URL parameters, as one file without subresources. */
export function parametersDocument(): HtmlDocument {
  const rows = PARAMETER_DOCS.map(
    ({ name, meaning, values, absent }) =>
      html`<tr><td><code>${name}</code></td><td>${meaning}</td><td>${values}</td><td>${absent}</td></tr>`,
  );
  const hash = createHash('sha256').update(PARAMETERS_STYLE).digest('base64');
  return {
    html: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>URL parameters of the sandbox</title>
<style>${{ markup: PARAMETERS_STYLE }}</style>
</head>
<body>
<h1>URL parameters</h1>
<p>Every control of the page is in its URL, so a person, a bug report and a test share one link:
<code>/?customer=42&amp;fault=audience</code>. <a href="/">Open the sandbox</a></p>
<table>
<thead><tr><th>Parameter</th><th>Meaning</th><th>Values</th><th>If absent</th></tr></thead>
<tbody>${rows}</tbody>
</table>
</body>
</html>
`.markup,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
  };
}
