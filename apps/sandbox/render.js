import './node-version.js';

await import('./src/render-cli.ts');
