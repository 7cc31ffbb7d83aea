import { createTokenIssuer } from '@session-token/token-issuer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP } from '../fake-shopify/app.ts';
import { openCheckout } from './checkout.ts';
import { type DevSession, startDevSession } from './dev-session.ts';

const mint = createTokenIssuer({ clientId: APP.clientId, secret: APP.clientSecret, shop: APP.shop });
let session: DevSession;

beforeAll(async () => {
  session = await startDevSession({
    tunnelHost: 'tunnel.fake-shopify.test',
    env: { DATABASE_URL: 'file::memory:' },
  });
  await session.printed('Ready, watching for changes', 60_000);
  await session.printed('Server listening', 30_000);
}, 120_000);
afterAll(() => session?.close(), 30_000);

test('names the surfaces that may reject the call, and both fixes', () => {
  const [explanation = ''] = /No second tunnel: [\s\S]*?API_URL\)/.exec(session.output()) ?? [];
  expect(explanation).toContain('cloudflared is not installed');
  expect(explanation).toContain('Checkout may reject');
  expect(explanation).toContain('customer accounts and POS');
  expect(explanation).toContain('1. Install cloudflared');
  expect(explanation).toContain('2. Open your own tunnel');
});

test('checkout rejects a call to the origin that serves the block', async () => {
  await using checkout = await openCheckout(session, mint);
  await expect.poll(() => checkout.extension.locator('s-banner').count(), { timeout: 30_000 }).toBe(1);
  expect(await checkout.extension.textContent()).not.toMatch(/\b42\b/);
  expect(session.shopify.forwarded).toEqual([]);
}, 90_000);
