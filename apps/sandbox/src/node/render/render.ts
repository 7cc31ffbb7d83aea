import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import {
  type PageReport,
  REPORT_SCHEMA_VERSION,
  type Report,
  type SandboxHook,
} from '../../contract/report.ts';
import { formatUrlState } from '../../contract/url-state.ts';
import { hostRules, NO_OTHER_HOST } from '../browser/arguments.ts';
import { launchBrowser } from '../browser/find-browser.ts';
import { SetupError } from '../setup-error.ts';
import { type SandboxEvents, startSandbox } from '../start-sandbox.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import type { RenderOptions } from '../terminal/render-options.ts';
import { judge } from './expectations.ts';

/** As in the pictures of the documentation. */
const VIEWPORT = { width: 1280, height: 860 };

/**
 * Starts the sandbox on a free port and a browser without a window, opens the page, waits until it has settled, and
 * stops both.
 *
 * @throws SetupError if something does not start or build, or the extension does not have the surface
 */
export async function renderTarget(
  options: RenderOptions,
  events: SandboxEvents,
  signal: AbortSignal,
): Promise<Report> {
  const sandbox = startSandbox({ ...options, port: 0 }, events);
  const browser = events.step('Browser', launch(), ({ label, version }) => ({
    ok: true,
    text: `${label}, ${version}`,
  }));
  try {
    const work = Promise.all([sandbox, browser]).then(async ([{ url }, launched]) =>
      openPage(options, url, await launched.browser.newPage({ viewport: VIEWPORT })),
    );
    return await Promise.race([work, rejectOn(signal)]);
  } finally {
    await Promise.allSettled([
      sandbox.then(({ stop }) => stop()),
      browser.then((launched) => launched.browser.close()),
    ]);
  }
}

const say = (line: string) => process.stderr.write(`  ${line}\n`);

async function launch() {
  try {
    return await launchBrowser(say, [hostRules(NO_OTHER_HOST)]);
  } catch (error) {
    throw new SetupError((error as Error).message, { cause: error });
  }
}

/** Rejects when the signal aborts. */
export const rejectOn = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

async function openPage(options: RenderOptions, sandboxUrl: string, page: Page): Promise<Report> {
  const startedAt = performance.now();
  const url = new URL(sandboxUrl);
  url.search = formatUrlState(options.controls);
  await page.goto(url.href, { waitUntil: 'domcontentloaded' });
  const settled = await hasSettled(page, options);
  const { report, judgment } = await judgeSoon(page, options, settled);
  assertRan(report);
  if (options.screenshot !== undefined) await takePicture(page, options.screenshot);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    ok: judgment.exitCode === EXIT.asExpected,
    ...judgment,
    settled,
    durationMs: Math.round(performance.now() - startedAt),
    ...report,
  };
}

/** Takes a picture with the token covered: pictures of CI runs are often public. */
async function takePicture(page: Page, path: string): Promise<void> {
  const mask = [page.getByTestId('token')];
  const picture = await page.screenshot({ animations: 'disabled', mask, maskColor: '#ccc' });
  try {
    await writeFile(path, picture);
  } catch (error) {
    throw new SetupError(`The screenshot cannot be written: ${(error as Error).message}`);
  }
}

/** How long a settled page may take to meet an expectation: extensions retry after a pause. */
const RETRY_MS = 5_000;
const POLL_MS = 50;

/** Judges the page; waits for expectations that are not met yet. */
async function judgeSoon(page: Page, { expected, timeoutMs }: RenderOptions, settled: boolean) {
  const giveUpAt = performance.now() + Math.min(RETRY_MS, timeoutMs);
  for (;;) {
    const report = await page.evaluate(() =>
      (window as unknown as { sandbox: SandboxHook }).sandbox.report(),
    );
    const judgment = judge(report, { expected, settled });
    const canChange = settled && report.target !== undefined && judgment.expectations.some(({ met }) => !met);
    if (!canChange || performance.now() > giveUpAt) return { report, judgment };
    await delay(POLL_MS);
  }
}

/** Waits until the page has settled. Returns false if the time limit ends first. */
async function hasSettled(page: Page, { quietMs, timeoutMs }: RenderOptions): Promise<boolean> {
  const whenSettled = page
    .evaluate((ms) => (window as unknown as { sandbox: SandboxHook }).sandbox.whenSettled(ms), quietMs)
    .then(() => true);
  let timer: NodeJS.Timeout | undefined;
  const timeLimit = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, false);
  });
  // The page is closed while the loser of the race still waits.
  whenSettled.catch(() => {});
  return Promise.race([whenSettled, timeLimit]).finally(() => clearTimeout(timer));
}

/** @throws SetupError if nothing ran */
function assertRan({
  target,
  extension,
  ignored,
  buildErrors,
  facts,
  serverProblem,
  problems,
}: PageReport): void {
  if (ignored.length > 0) throw new SetupError(`Not for this extension: ${ignored.join(', ')}.`);
  const [failed] = buildErrors.filter((problem) => !extension || problem.extension === extension.id);
  if (failed) {
    const place = failed.file ? `${failed.file}:${failed.line ?? 1}: ` : '';
    throw new SetupError(`Extension ${failed.extension} does not build: ${place}${failed.text}`);
  }
  if (target === undefined) throw new SetupError('No extension has a target of this surface.');
  if (serverProblem !== undefined && !facts && problems.length === 0) throw new SetupError(serverProblem);
}
