#!/usr/bin/env node
import { assertNodeVersion } from './node-version.js';

assertNodeVersion('22.17', 'Install a newer one from https://nodejs.org.');
await import('./dist/sandbox/cli.js');
