import './inspector-signal.ts'; // first, before everything else loads
import { assertNodeVersion } from './node-version.ts';
import { shutdown } from './shutdown-signals.ts'; // early, before the rest loads
import { start } from './start.ts';

assertNodeVersion();
await start({ shutdown });
