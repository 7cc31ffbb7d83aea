import { defineConfig } from '@playwright/test';

const extensions = [
  '../checkout-extension',
  '../customer-account-extension',
  '../pos-extension',
  'e2e/every-target',
  'e2e/every-element/checkout',
  'e2e/every-element/customer-account',
  'e2e/every-element/pos',
].map((folder) => `--extension ${folder}`);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  // One sandbox, in which each page has its own API address.
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  // The same on every system and in every browser.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['junit', { outputFile: 'test-results/e2e.xml' }]],
  use: {
    ...(process.env.SANDBOX_URL && { baseURL: process.env.SANDBOX_URL }),
    // A trace takes a fifth of the time: `playwright test --trace retain-on-failure` records those of failures.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  // On free ports, because a `pnpm start` may be running.
  webServer: {
    command: `"${process.execPath}" src/main.ts --port 0 ${extensions.join(' ')}`,
    wait: { stdout: /Sandbox ready at (?<sandbox_url>http:\S+)\s/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 30_000,
  },
});
