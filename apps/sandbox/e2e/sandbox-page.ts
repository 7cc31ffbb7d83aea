import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { KEY_STORAGE_NAME } from '../src/contract/endpoints.ts';
import { hostRules, NO_OTHER_HOST } from '../src/node/browser/arguments.ts';

/** Finds an element outside of shadow roots. Computing roles, or searching a thousand shadow roots, makes each poll slow. */
const outsideShadowRoots = (page: Page, selector: string): Locator => page.locator(`css:light=${selector}`);

/** The sandbox's page. */
export class SandboxPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page with the controls of `query`, and waits until the extension has started. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`/${query}`);
    // `waitFor` polls more often than `expect`.
    await outsideShadowRoots(this.page, 'section[aria-label="Extension"][aria-busy="false"]').waitFor({
      state: 'attached',
    });
  }

  get extension(): Locator {
    return outsideShadowRoots(this.page, 'section[aria-label="Extension"]');
  }

  /** A banner of the extension that contains this text. */
  banner(text: string | RegExp): Locator {
    return this.extension.locator('s-banner').filter({ hasText: text });
  }

  /** The modal that the extension presented. */
  get presented(): Locator {
    return outsideShadowRoots(this.page, 'section[aria-label="Presented extension"]');
  }

  get outcome(): Locator {
    return outsideShadowRoots(this.page, 'section[aria-label="Outcome"]');
  }

  /** The rows of the network log, newest first. */
  exchanges(method: string): Locator {
    return outsideShadowRoots(this.page, '[data-testid="network-log"] details').filter({
      hasText: new RegExp(`^${method}`),
    });
  }

  get tokenSource(): Locator {
    return outsideShadowRoots(this.page, '[data-testid="token-source"]');
  }

  /** The row of one claim. */
  claim(name: string): Locator {
    return outsideShadowRoots(this.page, 'section[aria-label="Claims"] .claim').filter({
      hasText: new RegExp(`^${name}`),
    });
  }

  /** The `jti` of the latest token. */
  async tokenId(): Promise<string> {
    return (await this.claim('jti').locator('dd code').textContent()) ?? '';
  }

  async runAgain(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run again' }).click();
  }
}

/** Returns launch options for the browser, with these `--host-resolver-rules`. */
export function launchOptionsWith(rules: string, ...more: string[]): object {
  const options = JSON.parse(process.env.SANDBOX_BROWSER ?? '{}');
  return { ...options, args: [...(options.args ?? []), hostRules(rules), ...more] };
}

/** Like a browser that has opened the printed URL before: links without the key work. */
function storageOf(url: string) {
  const { origin, hash } = new URL(url);
  const localStorage = [{ name: KEY_STORAGE_NAME, value: hash.slice('#key='.length) }];
  return { cookies: [], origins: [{ origin, localStorage }] };
}

interface SharedPage {
  context: BrowserContext;
  page: Page;
}

interface WorkerFixtures {
  launchOptions: object;
  sharedPage: SharedPage;
}

/** Each test has a browser context to itself, with its own clock, certificates or storage. */
export const isolatedTest = base.extend<{ sandbox: SandboxPage }, WorkerFixtures>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      await use(launchOptionsWith(NO_OTHER_HOST));
    },
    { scope: 'worker' },
  ],
  // Here, so that tests of both kinds run in the same workers.
  sharedPage: [
    async ({ browser }, use) => {
      const baseURL = process.env.SANDBOX_URL!;
      const context = await browser.newContext({
        baseURL,
        storageState: storageOf(baseURL),
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await use({ context, page: await context.newPage() });
      await context.close();
    },
    { scope: 'worker' },
  ],
  storageState: async ({ baseURL }, use) => {
    await use(storageOf(baseURL!));
  },
  sandbox: async ({ page }, use) => {
    await use(new SandboxPage(page));
  },
});

/**
 * Tests share one page per worker, with its context and its process: a document opens in it in half the CPU time. Each test opens
 * its own document.
 */
export const test = isolatedTest.extend({
  context: async ({ sharedPage }, use) => {
    await use(sharedPage.context);
  },
  page: async ({ sharedPage }, use) => {
    await use(sharedPage.page);
    await reset(sharedPage.page);
  },
});

/** Tests of another sandbox have a page to themselves: at another origin, the shared page would get a new process. */
export const otherSandboxTest = test.extend({
  page: async ({ sharedPage }, use) => {
    const page = await sharedPage.context.newPage();
    await use(page);
    await page.close();
  },
});

const VIEWPORT = { width: 1280, height: 720 };

/** Prepares the page for the next test. */
async function reset(page: Page): Promise<void> {
  // Otherwise the URL of the next test might differ in its hash only, and load nothing.
  await page.evaluate(() => history.replaceState(null, '', '/left'));
  const { width, height } = page.viewportSize()!;
  if (width !== VIEWPORT.width || height !== VIEWPORT.height) await page.setViewportSize(VIEWPORT);
  await page.emulateMedia({ colorScheme: null });
  await page.mouse.move(0, 0);
}

export { expect };
