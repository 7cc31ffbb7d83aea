import { createServer } from 'node:http';
import { findFreePort } from '../src/node/http/listen.ts';
import { expect, otherSandboxTest as test } from './sandbox-page.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';

test.setTimeout(180_000); // starts three sandboxes

let running: SandboxProcess;
test.afterEach(() => running.stop());

async function start(port: number): Promise<string> {
  running = await startSandbox('--port', String(port), '--extension', '../checkout-extension');
  return running.url;
}

test('an open page says that the sandbox is down, and reloads with the next run', async ({
  page,
  sandbox,
}) => {
  const port = await findFreePort(createServer);
  const first = await start(port);
  await page.goto(first.replace('/#', '/?customer=42#'));
  await expect(sandbox.outcome).toContainText('customer 42');
  const firstToken = await sandbox.tokenId();

  await running.stop();
  await expect(page.getByRole('alert')).toContainText('The sandbox is not running.');
  const second = await start(port);
  expect(second).not.toBe(first);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(sandbox.outcome).toContainText('customer 42');
  await expect.poll(() => sandbox.tokenId()).not.toBe(firstToken);
  await expect(page.getByTestId('network-log').locator('.status.bad')).toHaveCount(0);

  // The page now has the key of the second run. The third run does not know the first.
  await running.stop();
  await start(port);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(sandbox.outcome).toContainText('customer 42');
});
