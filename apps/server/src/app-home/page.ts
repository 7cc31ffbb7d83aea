import { createHash } from 'node:crypto';
import type { LaunchResult } from './launch-query.ts';

export interface PageContent {
  signature: LaunchResult['signature'];
  /** The shop that opened the app. Absent unless the signature is verified. */
  shop: string | undefined;
  /** Whether the server can answer requests now. */
  isReady: boolean;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.1rem; margin-top: 2rem; }
li { margin: .35rem 0; }
.yes::before { content: "✓ "; color: #0a7d3c; font-weight: 700; }
.no::before { content: "✗ "; color: #c4320a; font-weight: 700; }
.open::before { content: "• "; }
ul.checks { list-style: none; padding: 0; }
`;

/** Allows the page's only style sheet in its Content-Security-Policy. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const SIGNATURE_LINES: Record<PageContent['signature'], string> = {
  verified:
    '<li class="yes">The server has this app’s client secret. It verified Shopify’s signature of this page with the secret that also verifies session tokens.</li>',
  absent:
    '<li class="open">To check the client secret, open this page from the Shopify admin: <b>Apps</b>, then this app.</li>',
  wrong:
    '<li class="no">The signature of this address does not match. If Shopify opened this page, the server has the client secret of another app and rejects session tokens, too.</li>',
  outdated:
    '<li class="no">This address is more than a day old, or the server’s clock is wrong. Open the app from the Shopify admin again.</li>',
};

/** Renders the app's home page: what the app does, whether it works, and where to place its blocks. */
export function renderAppHome({ signature, shop, isReady }: PageContent): string {
  const handle = shop?.replace(/\.myshopify\.com$/, '');
  const editor = handle
    ? `<a href="https://admin.shopify.com/store/${handle}/settings/checkout" target="_top">checkout settings</a>`
    : 'checkout settings (Settings, then Checkout)';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Session tokens</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Session tokens</h1>
<p>This app adds blocks to checkout, the order status page and point of sale. Shopify identifies the person who
uses a block with a session token, and this app’s server verifies that token on every call.</p>

<h2>Is it working?</h2>
<ul class="checks">
<li class="yes">The server is running.</li>
<li class="${isReady ? 'yes' : 'no'}">${isReady ? 'It can answer requests.' : 'It cannot answer requests now: its database is unavailable, or it is shutting down.'}</li>
${SIGNATURE_LINES[signature]}
</ul>

<h2>Where to place the blocks</h2>
<ul>
<li><b>Checkout and order status:</b> in the ${editor}, choose <b>Customize</b>, pick the page, then
<b>Add block</b> and this app’s block. Save before you open the preview: Shopify issues tokens only after the first save.</li>
<li><b>Point of sale:</b> in the POS app, <b>Add tile</b>, <b>App</b>, then this app’s tile.</li>
</ul>

<h2>Privacy</h2>
<p>When Shopify asks for it, this app exports or deletes a customer’s data. After you uninstall the app, it
deletes all data of your shop.</p>
</body>
</html>
`;
}
