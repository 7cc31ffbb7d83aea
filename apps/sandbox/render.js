import { enableCompileCache } from './compile-cache.js';
import { assertNodeVersion } from './node-version.js';

assertNodeVersion('24', 'Run it with the pinned one: npx -y pnpm render');
enableCompileCache();
await import('./src/render-cli.ts');
