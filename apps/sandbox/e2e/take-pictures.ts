/** Takes the pictures of the READMEs again: `pnpm --filter ./apps/sandbox pictures`. Look at them before you commit. */
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { NO_OTHER_HOST } from '../src/node/browser/arguments.ts';
import { findBrowser } from '../src/node/browser/find-browser.ts';
import { launchOptionsWith, SandboxPage } from './sandbox-page.ts';
import { startSandbox } from './sandbox-process.ts';

interface Picture {
  query: string;
  /** What the outcome must say: no picture of another state. */
  outcome: string;
  colorScheme?: 'dark';
}

const PICTURES: Record<string, Picture> = {
  'sandbox.png': { query: '?customer=42', outcome: 'Verified' },
  'sandbox-rejected.png': { query: '?customer=42&fault=audience', outcome: 'wrong_audience' },
  'sandbox-pos.png': { query: '?target=pos.home.modal.render&customer=42', outcome: 'Verified' },
  'sandbox-cors.png': {
    query: '?customer=42&server=no-cors',
    outcome: 'Blocked by the browser',
    colorScheme: 'dark',
  },
};

const DOCS = join(import.meta.dirname, '../../../docs');

async function take(browser: Browser, url: string, name: string, picture: Picture): Promise<void> {
  const { query, outcome, colorScheme = 'light' } = picture;
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme });
  await page.goto(url.replace('/#', `/${query}#`));
  const sandbox = new SandboxPage(page);
  await sandbox.outcome.getByText(outcome).first().waitFor();
  await sandbox.extension.and(page.locator('[aria-busy=false]')).waitFor();
  await page.locator('s-spinner, s-skeleton-paragraph').first().waitFor({ state: 'hidden' });
  await page.screenshot({ path: join(DOCS, name), animations: 'disabled' });
  await page.close();
}

const found = await findBrowser(console.log);
process.env.SANDBOX_BROWSER = JSON.stringify(found.launchOptions);
const sandbox = await startSandbox('--port', '0');
const browser = await chromium.launch(launchOptionsWith(NO_OTHER_HOST));
try {
  for (const [name, picture] of Object.entries(PICTURES)) await take(browser, sandbox.url, name, picture);
} finally {
  await browser.close();
  await sandbox.stop();
}
