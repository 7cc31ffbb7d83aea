import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runUntilStalled } from '@session-token/on-demand-install';
import type { BrowserChoice } from './browser-choice.ts';
import { PLAYWRIGHT_DOWNLOAD } from './installed-browsers.ts';

/** Runs `playwright install chromium`. Gives up after 8 s without progress. */
export async function downloadWithPlaywright(): Promise<BrowserChoice> {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const cli = join(dirname(manifest), 'cli.js');
  await runUntilStalled(process.execPath, [cli, 'install', 'chromium', '--only-shell'], {
    stallMs: 8_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '6000' },
  });
  return PLAYWRIGHT_DOWNLOAD;
}
