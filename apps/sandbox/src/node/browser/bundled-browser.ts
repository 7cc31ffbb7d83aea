import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnDemand, runUntilStalled } from '@session-token/on-demand-install';
import type { BrowserChoice } from './browser-choice.ts';

const FOLDER = fileURLToPath(new URL('../../../bundled-browser/', import.meta.url));
const UNPACKED = join(FOLDER, 'node_modules/.unpacked');
const UNPACK = fileURLToPath(new URL('./unpack-bundled-browser.ts', import.meta.url));

/**
 * The last resort: @sparticuz/chromium from the npm registry, for Linux x64 only. A lockfile pins version and
 * integrity. Only machines without a browser download its 66 MB.
 */
export async function bringBundledBrowser(): Promise<BrowserChoice> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`not available for ${process.platform} ${process.arch}`);
  }
  await installOnDemand(FOLDER, 'Chromium for Linux x64 (66 MB)');
  // In a separate process, because the package changes the environment of its importer.
  await runUntilStalled(process.execPath, [UNPACK, FOLDER, UNPACKED], { cwd: FOLDER, stallMs: 60_000 });
  return bundledBrowser();
}

/** The bundled browser from an earlier run. */
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
