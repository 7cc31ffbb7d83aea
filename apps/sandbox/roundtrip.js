import './node-version.js';

process.argv.splice(2, 0, '--no-browser');
await import('./src/render-cli.ts');
