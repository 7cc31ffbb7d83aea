/**
 * Started by bundled-browser.ts with the folder that has @sparticuz/chromium installed, and the
 * folder to unpack the browser into.
 */
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, unpacked] = process.argv.slice(2) as [string, string];

// Makes the package bring its own libraries and fonts, for a Linux that has none (libnss3 above all).
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';

// The package unpacks into os.tmpdir(), under names that anyone could have planted there.
const aside = mkdtempSync(join(dirname(unpacked), '.unpacking-'));
process.env.TMPDIR = aside;

const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
const { default: chromium } = (await import(pathToFileURL(entry).href)) as {
  default: { executablePath(): Promise<string> };
};
await chromium.executablePath();

// Its own fonts.conf names /tmp. Used where the system has no fonts at all.
writeFileSync(
  join(aside, 'fonts/fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(unpacked, 'fonts')}</dir>
  <cachedir>${join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`,
);

// Unpacked aside and renamed: an interrupted run never leaves half a browser.
try {
  renameSync(aside, unpacked);
} catch (error) {
  rmSync(aside, { recursive: true });
  if (!existsSync(unpacked)) throw error;
}
