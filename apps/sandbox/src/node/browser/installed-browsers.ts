import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserChoice } from './browser-choice.ts';
import { bundledBrowserAtHand } from './bundled-browser.ts';

/** Browsers that may already be on this machine, best first. */
export function installedBrowsers(): BrowserChoice[] {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return [{ label: `CHROMIUM_PATH (${chosen})`, executablePath: chosen }];
  const system = systemPaths().filter(([, path]) => existsSync(path));
  const bundled = bundledBrowserAtHand();
  return [
    PLAYWRIGHT_DOWNLOAD,
    ...system.map(([name, path]) => ({ label: `${name} (${path})`, executablePath: path })),
    ...(bundled ? [bundled] : []),
  ];
}

/** Playwright's own download, which Playwright finds itself. */
export const PLAYWRIGHT_DOWNLOAD: BrowserChoice = { label: "Playwright's own Chromium" };

function systemPaths(): [name: string, path: string][] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => [
        name,
        `/Applications/${name}.app/Contents/MacOS/${name}`,
      ]);
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder): [string, string][] => [
          ['Google Chrome', join(folder, 'Google/Chrome/Application/chrome.exe')],
          ['Microsoft Edge', join(folder, 'Microsoft/Edge/Application/msedge.exe')],
        ]);
    default:
      return [
        // Without a user interface, a page takes a quarter of the time.
        ['Chromium headless shell', '/usr/bin/chromium-headless-shell'],
        ['Google Chrome', '/opt/google/chrome/chrome'],
        ['Microsoft Edge', '/opt/microsoft/msedge/msedge'],
        ['Chromium', '/usr/bin/chromium'],
        ['Chromium', '/usr/bin/chromium-browser'],
        ['Chromium', '/snap/bin/chromium'],
      ];
  }
}
