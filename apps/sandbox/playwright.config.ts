import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const extensions = [
  '../checkout-extension',
  '../customer-account-extension',
  '../pos-extension',
  'e2e/every-target',
  'e2e/every-element/checkout',
  'e2e/every-element/customer-account',
  'e2e/every-element/pos',
  ...globSync('e2e/extensions/*/', { cwd: import.meta.dirname }).toSorted(),
].map((folder) => `--extension ${folder}`);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  // Not more than cores: browsers that compete for them take a third more CPU time per test. All use one sandbox, with
  // an API address for each page.
  workers: Math.min(4, availableParallelism()),
  fullyParallel: true,
  // For busy machines.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // The same on every system and in every browser.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['junit', { outputFile: 'test-results/e2e.xml' }]],
  use: {
    ...(process.env.SANDBOX_URL && { baseURL: process.env.SANDBOX_URL }),
    // A trace takes a fifth of the time: `playwright test --trace retain-on-failure` records those of failures.
    trace: 'off',
    // Without transitions, no color is half-way between two states.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  // On free ports, because a `pnpm start` may be running.
  webServer: {
    command: `"${process.execPath}" src/main.ts --port 0 ${extensions.join(' ')}`,
    wait: { stdout: /Sandbox ready at (?<sandbox_url>http:\S+)\s/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 90_000,
  },
});
