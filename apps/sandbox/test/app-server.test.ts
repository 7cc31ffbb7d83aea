import { expect, test } from 'vitest';
import { startAppServer } from '../src/node/app/app-server.ts';

test('quotes the output of a server that does not start', async () => {
  const settings = { clientId: 'client', secret: 'short', previousSecret: 's'.repeat(32) };
  const start = startAppServer({ ...settings, onLog() {}, onExit() {} });
  await expect(start).rejects.toThrow(/exited during start-up[\s\S]*SHOPIFY_API_SECRET/);
});
