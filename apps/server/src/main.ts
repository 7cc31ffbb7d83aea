// The handlers of signals come first, before everything else loads.
import './inspector-signal.ts';
import './shutdown-signals.ts';
import { runMigrateCommand } from './migrate.ts';
import { assertNodeVersion } from './node-version.ts';
import { shutdown } from './shutdown-signals.ts';
import { start } from './start.ts';

assertNodeVersion();
const command = process.argv.slice(2).join(' ');
if (command === '') await start({ shutdown });
else if (command === 'migrate') await runMigrateCommand(shutdown);
else {
  process.stderr.write('Usage: node main.js [migrate]\n');
  process.exit(1);
}
