import type { Mint } from '@session-token/token-issuer';
import type { DevSession } from './dev-session.ts';
import { openSandboxPage } from './sandbox-page.ts';

const CHECKOUT_TARGET = 'purchase.checkout.block.render';

/** Loads the checkout bundle from the CLI's dev server, and runs it under the host's origin rule. */
export async function openCheckout(session: DevSession, mint: Mint, apiHost?: string) {
  const { extensions } = (await (await fetch(`${session.proxyUrl}/extensions`)).json()) as {
    extensions: Array<{ assets: { main: { url: string } }; extensionPoints?: Array<{ target: string }> }>;
  };
  const checkout = extensions.find(({ extensionPoints }) =>
    extensionPoints?.some(({ target }) => target === CHECKOUT_TARGET),
  );
  const { url } = checkout!.assets.main;
  const response = await fetch(url.replace(session.tunnelUrl, session.proxyUrl));
  const hosts = [new URL(session.tunnelUrl).host, ...(apiHost ? [apiHost] : [])];
  return openSandboxPage({
    bundle: { code: await response.text(), url },
    target: CHECKOUT_TARGET,
    mint: () => mint({ sub: 'gid://shopify/Customer/42' }),
    hosts,
    env: session.shopify.requestEnv,
  });
}
