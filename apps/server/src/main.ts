import { assertNodeVersion } from './node-version.ts';
import { shutdown } from './shutdown-signals.ts'; // first, before everything else loads
import { start } from './start.ts';

assertNodeVersion();
await start({ shutdown });
