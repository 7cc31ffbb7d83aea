/** A Chromium that may be installed. Without a path: Playwright's own. */
export interface BrowserChoice {
  label: string;
  executablePath?: string;
  env?: Record<string, string>;
}
