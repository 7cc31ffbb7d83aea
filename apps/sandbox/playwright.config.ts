import { defineConfig } from '@playwright/test';

const extensions = [
  '../checkout-extension',
  '../customer-account-extension',
  '../pos-extension',
  'e2e/every-target',
].map((folder) => `--extension ${folder}`);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  // One sandbox, in which each page has an address of the API to itself.
  workers: 2,
  fullyParallel: true,
  timeout: 20_000,
  expect: { timeout: 5_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['junit', { outputFile: 'test-results/e2e.xml' }]],
  use: {
    ...(process.env.SANDBOX_URL && { baseURL: process.env.SANDBOX_URL }),
    // The film of a trace costs more time than the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
  // On free ports: the tests run beside a `pnpm start`.
  webServer: {
    command: `"${process.execPath}" src/main.ts --port 0 ${extensions.join(' ')}`,
    wait: { stdout: /Sandbox ready at (?<sandbox_url>http:\S+)\s/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 30_000,
  },
});
