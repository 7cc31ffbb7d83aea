/** Takes the pictures and the animation of the READMEs again: `pnpm --filter ./apps/sandbox pictures`. Look at them before you commit. */
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { NO_OTHER_HOST } from '../src/node/browser/arguments.ts';
import { findBrowser } from '../src/node/browser/find-browser.ts';
import { createRecorder } from './animation.ts';
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

/** Waits until the page shows this outcome, and the extension no spinner. */
async function settle(page: Page, outcome: string): Promise<void> {
  const sandbox = new SandboxPage(page);
  await sandbox.outcome.getByText(outcome).first().waitFor();
  await sandbox.extension.and(page.locator('[aria-busy=false]')).waitFor();
  await page.locator('s-spinner, s-skeleton-paragraph').first().waitFor({ state: 'hidden' });
}

async function open(browser: Browser, url: string, picture: Picture): Promise<Page> {
  const { query, outcome, colorScheme = 'light' } = picture;
  const page = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  await page.goto(url.replace('/#', `/${query}#`));
  await settle(page, outcome);
  return page;
}

async function take(browser: Browser, url: string, name: string, picture: Picture): Promise<void> {
  const page = await open(browser, url, picture);
  await page.screenshot({ path: join(DOCS, name), animations: 'disabled' });
  await page.close();
}

/** Accepted, then rejected as the token of another app, then accepted again. */
async function animate(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, PICTURES['sandbox.png']!);
  const recorder = await createRecorder(page);
  await recorder.hold(1_500);
  await recorder.click('wrong app');
  await settle(page, 'wrong_audience');
  await recorder.hold(4_000);
  await recorder.click('wrong app');
  await settle(page, 'Verified');
  await recorder.hold(2_000);
  recorder.save(join(DOCS, 'sandbox-tour.png'));
  await page.close();
}

const found = await findBrowser(console.log);
process.env.SANDBOX_BROWSER = JSON.stringify(found.launchOptions);
const sandbox = await startSandbox('--port', '0');
const browser = await chromium.launch(launchOptionsWith(NO_OTHER_HOST));
try {
  for (const [name, picture] of Object.entries(PICTURES)) await take(browser, sandbox.url, name, picture);
  await animate(browser, sandbox.url);
} finally {
  await browser.close();
  await sandbox.stop();
}
