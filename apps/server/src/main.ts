import { shutdown } from './shutdown-signals.ts'; // first, before everything else loads

import { start } from './start.ts';

await start({ shutdown });
