/**
 * Unpacks the browser. Started by bundled-browser.ts with the folder of the installed @sparticuz/chromium and the target
 * folder.
 */
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, unpacked] = process.argv.slice(2) as [string, string];

// Makes the package add its own libraries and fonts, for a Linux without them (mainly libnss3).
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';

// The package unpacks into os.tmpdir(), where other users could have created its files first.
const aside = mkdtempSync(join(dirname(unpacked), '.unpacking-'));
process.env.TMPDIR = aside;

const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
const { default: chromium } = (await import(pathToFileURL(entry).href)) as {
  default: { executablePath(): Promise<string> };
};
await chromium.executablePath();

// The package's fonts.conf names /tmp. Only used if the system has no fonts.
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

// Unpacks to a temporary folder and renames it, so that an interrupted run leaves no partial browser.
try {
  renameSync(aside, unpacked);
} catch (error) {
  rmSync(aside, { recursive: true });
  if (!existsSync(unpacked)) throw error;
}
