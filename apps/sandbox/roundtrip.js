import './node-version.js';

await import('./src/round-trip-cli.ts');
