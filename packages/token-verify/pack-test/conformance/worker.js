// Runs the suite in workerd, as `workerd test` starts it.
import rows from './rows.json';
import { runSuite } from './suite.js';

export default {
  async test() {
    console.log(JSON.stringify(await runSuite(rows)));
  },
};
