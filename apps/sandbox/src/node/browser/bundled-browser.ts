import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnDemand, runUntilStalled } from '@session-token/on-demand-install';
import { installation } from '#installation';
import type { BrowserChoice } from './browser-choice.ts';

const UNPACK = fileURLToPath(new URL('./unpack-bundled-browser.ts', import.meta.url));

/**
 * The last resort: @sparticuz/chromium from the npm registry, for Linux x64 only. A lockfile pins version and
 * integrity. Only machines without a browser download its 66 MB. The packed tool does not have it.
 */
export async function bringBundledBrowser(): Promise<BrowserChoice> {
  const folder = installation.bundledBrowser;
  if (folder === undefined) throw new Error('not part of the packed tool');
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`not available for ${process.platform} ${process.arch}`);
  }
  await installOnDemand(folder, 'Chromium for Linux x64 (66 MB)');
  // In a separate process, because the package changes the environment of its importer.
  await runUntilStalled(process.execPath, [UNPACK, folder, unpackedIn(folder)], {
    cwd: folder,
    stallMs: 60_000,
  });
  return bundledBrowser(folder);
}

/** The bundled browser from an earlier run. */
export function bundledBrowserAtHand(): BrowserChoice | undefined {
  const folder = installation.bundledBrowser;
  return folder && existsSync(unpackedIn(folder)) ? bundledBrowser(folder) : undefined;
}

const unpackedIn = (folder: string) => join(folder, 'node_modules/.unpacked');

function bundledBrowser(folder: string): BrowserChoice {
  const unpacked = unpackedIn(folder);
  const libraries = [join(unpacked, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env: Record<string, string> = { LD_LIBRARY_PATH: libraries };
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(unpacked, 'fonts');
  return {
    label: '@sparticuz/chromium from the npm registry',
    executablePath: join(unpacked, 'chromium'),
    env,
  };
}
