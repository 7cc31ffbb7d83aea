import { createRequire } from 'node:module';
import { runUntilStalled } from '@session-token/on-demand-install';
import type { BrowserChoice } from './find-browser.ts';
import { PLAYWRIGHT_DOWNLOAD } from './installed-browsers.ts';

/** Runs `playwright install chromium`. Gives up after 8 s without progress. */
export async function downloadWithPlaywright(): Promise<BrowserChoice> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  await runUntilStalled(process.execPath, [cli, 'install', 'chromium', '--only-shell'], {
    stallMs: 8_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '6000' },
  });
  return PLAYWRIGHT_DOWNLOAD;
}
