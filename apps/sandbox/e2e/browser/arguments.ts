/**
 * Our own arguments for Chromium, whichever one is taken. None of them weakens the web platform:
 * with `--disable-web-security`, which @sparticuz/chromium suggests, a server without CORS passes.
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
  // Chromium refuses its own sandbox to root (containers, CI).
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}
