import type { Browser } from 'playwright-core';
import { chromiumArguments } from './arguments.ts';
import type { BrowserChoice } from './browser-choice.ts';
import { bringBundledBrowser } from './bundled-browser.ts';
import { installedBrowsers } from './installed-browsers.ts';
import { downloadWithPlaywright } from './playwright-download.ts';

/** Options for Playwright's `launch`, as plain JSON. */
export interface FoundBrowser {
  label: string;
  version: string;
  launchOptions: { executablePath?: string; env?: Record<string, string>; args: string[] };
}

/** A browser that runs. Close it. */
export interface LaunchedBrowser extends FoundBrowser {
  browser: Browser;
}

/** Like `launchBrowser`, for other processes: only finds it. */
export async function findBrowser(say: (line: string) => void): Promise<FoundBrowser> {
  const { browser, ...found } = await launchBrowser(say);
  await browser.close();
  return found;
}

/**
 * Starts a Chromium: `CHROMIUM_PATH`, Playwright's download, or the system's Chrome, Edge or Chromium. Otherwise
 * downloads one, from Playwright or else from the npm registry.
 *
 * @param args more arguments for the browser
 * @throws with installation advice if everything fails
 */
export async function launchBrowser(
  say: (line: string) => void,
  args: readonly string[] = [],
): Promise<LaunchedBrowser> {
  const failures: string[] = [];
  for (const choice of installedBrowsers()) {
    const result = await tryBrowser(choice, args);
    if (typeof result !== 'string') return result;
    failures.push(`${choice.label}: ${result}`);
  }
  // A named browser is the only candidate.
  if (process.env.CHROMIUM_PATH) throw new Error(failures.join('\n'));
  const sources = [
    ['playwright install chromium', downloadWithPlaywright],
    ['npm registry', bringBundledBrowser],
  ] as const;
  for (const [source, bring] of sources) {
    say(`No browser on this machine: bringing one (${source}) …`);
    try {
      const result = await tryBrowser(await bring(), args);
      if (typeof result !== 'string') return result;
      failures.push(`${source}: ${result}`);
    } catch (error) {
      failures.push(`${source}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    `No browser was found. Install Chrome or Chromium, or set CHROMIUM_PATH to one.\n  ${failures.join('\n  ')}`,
  );
}

/** The caller handles signals, and closes the browser. */
const NO_SIGNAL_HANDLERS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** Starts the browser. Returns why it does not start (missing file, missing libraries), or the browser. */
async function tryBrowser(choice: BrowserChoice, more: readonly string[]): Promise<LaunchedBrowser | string> {
  const { label, executablePath, env } = choice;
  const launchOptions: FoundBrowser['launchOptions'] = { args: [...chromiumArguments(), ...more] };
  if (executablePath) launchOptions.executablePath = executablePath;
  if (env) launchOptions.env = { ...definedEnvironment(), ...env };
  // Loads for half a second, in which the caller's other processes start.
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({ ...launchOptions, ...NO_SIGNAL_HANDLERS, timeout: 20_000 });
    return { label, version: browser.version(), launchOptions, browser };
  } catch (error) {
    return firstLine((error as Error).message);
  }
}

const definedEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

const firstLine = (text: string) => text.split('\n')[0]!.replace(/^browserType\.launch: /, '');
