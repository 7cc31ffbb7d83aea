import { findBrowser } from '../src/node/browser/find-browser.ts';

/** Finds one browser before all tests and passes it to the workers in the environment. */
export default async function findBrowserOnce(): Promise<void> {
  const { label, version, launchOptions } = await findBrowser(console.log);
  console.log(`Browser: ${label}, ${version}`);
  process.env.SANDBOX_BROWSER = JSON.stringify(launchOptions);
}
