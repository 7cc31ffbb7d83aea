import { findBrowser } from './browser/find-browser.ts';

/** Before all tests: one browser for all of them, told to the workers by the environment. */
export default async function findBrowserOnce(): Promise<void> {
  const { label, version, launchOptions } = await findBrowser(console.log);
  console.log(`Browser: ${label}, ${version}`);
  process.env.SANDBOX_BROWSER = JSON.stringify(launchOptions);
}
