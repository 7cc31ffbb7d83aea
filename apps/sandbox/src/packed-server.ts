/** The app's server in the packed tool. */
import { shutdown } from '@session-token/server/src/shutdown-signals.ts'; // first, before everything else loads
import { start } from '@session-token/server/src/start.ts';

await start({ shutdown });
