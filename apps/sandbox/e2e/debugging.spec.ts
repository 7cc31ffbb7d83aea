import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NO_OTHER_HOST } from '../src/node/browser/arguments.ts';
import { findFreePort } from '../src/node/http/listen.ts';
import { lineWith, setBreakpoint } from './devtools.ts';
import { expect, test as inSandbox, launchOptionsWith } from './sandbox-page.ts';

const test = inSandbox.extend<object, { debuggingPort: number }>({
  debuggingPort: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => use(await findFreePort(createServer)),
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ debuggingPort }, use) =>
      use(launchOptionsWith(NO_OTHER_HOST, `--remote-debugging-port=${debuggingPort}`)),
    { scope: 'worker' },
  ],
});

test('a breakpoint in a source file of the extension stops its first request', async ({
  sandbox,
  page,
  debuggingPort,
}) => {
  const file = resolve(import.meta.dirname, '../../checkout-extension/src/Checkout.tsx');
  const breakpoint = lineWith(file, 'client.readSession(signal)');
  const debug = await setBreakpoint(debuggingPort, breakpoint);
  await page.goto('/?customer=42');
  const { resume, ...where } = await debug.paused;
  expect(where).toEqual({ file: pathToFileURL(file).href, line: breakpoint.line });
  await expect(sandbox.outcome).toContainText('No request yet');
  resume();
  await expect(sandbox.outcome).toContainText('Verified');
  debug.close();
});
