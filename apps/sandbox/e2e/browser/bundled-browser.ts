import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnDemand, runUntilStalled } from '@session-token/on-demand-install';
import type { BrowserChoice } from './find-browser.ts';

const FOLDER = fileURLToPath(new URL('../../bundled-browser/', import.meta.url));
const UNPACKED = join(FOLDER, 'node_modules/.unpacked');
const UNPACK = fileURLToPath(new URL('./unpack-bundled-browser.ts', import.meta.url));

/**
 * The browser of last resort: @sparticuz/chromium from the npm registry, Linux x64 only. Version and
 * integrity are pinned by a lockfile, and only a machine without a browser pays for its 66 MB.
 */
export async function bringBundledBrowser(): Promise<BrowserChoice> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`there is none for ${process.platform} ${process.arch}`);
  }
  await installOnDemand(FOLDER, 'Chromium for Linux x64 (66 MB)');
  // In a process of its own: the package changes the environment of whoever imports it.
  await runUntilStalled(process.execPath, [UNPACK, FOLDER, UNPACKED], { cwd: FOLDER, stallMs: 60_000 });
  return bundledBrowser();
}

/** The same, brought by an earlier run. */
export function bundledBrowserAtHand(): BrowserChoice | undefined {
  return existsSync(UNPACKED) ? bundledBrowser() : undefined;
}

function bundledBrowser(): BrowserChoice {
  const libraries = [join(UNPACKED, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env: Record<string, string> = { LD_LIBRARY_PATH: libraries };
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(UNPACKED, 'fonts');
  return {
    label: '@sparticuz/chromium from the npm registry',
    executablePath: join(UNPACKED, 'chromium'),
    env,
  };
}
