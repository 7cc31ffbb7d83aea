/**
 * Arguments for every Chromium. None of them weakens the web platform: with `--disable-web-security`, which
 * @sparticuz/chromium suggests, tests would pass without CORS.
 */
export function chromiumArguments(): string[] {
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-breakpad',
    '--no-pings',
    '--disable-features=MediaRouter,OptimizationHints,Translate',
  ];
  // Chromium's own sandbox does not run as root (containers, CI).
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}

/** Keeps the browser's requests on this machine. The sandbox's proxy reaches other hosts for it. */
export const NO_OTHER_HOST = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** `rules` as in `NO_OTHER_HOST`. */
export const hostRules = (rules: string): string => `--host-resolver-rules=${rules}`;
