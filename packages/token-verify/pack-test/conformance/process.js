// Runs the suite in Node.js, Bun or Deno, on the package that is installed next to it.
import { readFileSync } from 'node:fs';
import { runSuite } from './suite.js';

const rows = JSON.parse(readFileSync(new URL('./rows.json', import.meta.url), 'utf8'));
console.log(JSON.stringify(await runSuite(rows)));
