import { renderRequest, runLoad } from '../http/load.ts';
import { mintRejected, times } from '../tokens.ts';

/**
 * Sends tokens with bad signatures to a port at a rate, for a number of seconds. Prints `ready` before it starts. Runs
 * in a separate process, so that its own CPU time does not appear as the server's latency.
 */
const [port = 0, perSecond = 0, seconds = 0] = process.argv.slice(2).map(Number);
const requests = times(perSecond * seconds, () =>
  renderRequest('/api/session-token', mintRejected['bad signature']()),
);
console.log('ready');
await runLoad({
  port,
  requests,
  connections: 50,
  isExpected: (status) => status === 401,
  perSecond,
  staysAwake: false,
});
