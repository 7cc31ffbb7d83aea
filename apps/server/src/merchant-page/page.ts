import { createHash } from 'node:crypto';

export interface PageContent {
  /** Whether Shopify's signature of this visit was right; `absent` when it was opened in another way. */
  signature: 'verified' | 'absent' | 'wrong';
  /** The shop, when the signature is right. */
  shop: string | undefined;
  /** Whether the database answers. */
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

/** The one style of the page, for its Content-Security-Policy. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const SIGNATURE_LINES: Record<PageContent['signature'], string> = {
  verified:
    '<li class="yes">The server has this app’s client secret: it verified the signature that Shopify opened this page with, and verifies session tokens with the same secret.</li>',
  absent:
    '<li class="open">Whether the server has this app’s client secret shows when this page is opened from the Shopify admin: <b>Apps</b>, then this app.</li>',
  wrong:
    '<li class="no">The server could not verify the signature of this page’s address. If Shopify opened it, the server has another client secret than this app: session tokens are refused too.</li>',
};

/** What a merchant sees who opens the app: what it does, whether it works, and where to place its blocks. */
export function renderMerchantPage({ signature, shop, isReady }: PageContent): string {
  const store = shop?.replace(/\.myshopify\.com$/, '');
  const editor = store
    ? `<a href="https://admin.shopify.com/store/${store}/settings/checkout" target="_top">checkout settings</a>`
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
<p>Adds blocks to checkout, to the order status page and to point of sale. A block knows who is looking at it
because Shopify vouches for them with a session token, which this app’s server verifies at every call.</p>

<h2>Is it working?</h2>
<ul class="checks">
<li class="yes">The server runs.</li>
<li class="${isReady ? 'yes' : 'no'}">${isReady ? 'Its database answers.' : 'Its database does not answer.'}</li>
${SIGNATURE_LINES[signature]}
</ul>

<h2>Where to place the blocks</h2>
<ul>
<li><b>Checkout and order status:</b> in the ${editor}, choose <b>Customize</b>, pick the page, then
<b>Add block</b> and this app’s block. Save before you look at the preview: tokens come after the first save.</li>
<li><b>Point of sale:</b> in the POS app, <b>Add tile</b>, <b>App</b>, then this app’s tile.</li>
</ul>

<h2>Privacy</h2>
<p>What this app keeps of your customers is given out or deleted when Shopify asks for it, on your behalf or a
customer’s. After the app is uninstalled, all data of the shop is deleted.</p>
</body>
</html>
`;
}
