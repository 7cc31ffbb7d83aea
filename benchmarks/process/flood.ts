import { renderRequest, runLoad } from '../http/load.ts';
import { mintRefused, times } from '../tokens.ts';

/**
 * Run with a port, a rate and a time in seconds: sends tokens with bad signatures, says `ready` before it begins,
 * and ends. A process of its own, so that what it takes is not taken for the server's latency.
 */
const [port = 0, perSecond = 0, seconds = 0] = process.argv.slice(2).map(Number);
const requests = times(perSecond * seconds, () =>
  renderRequest('/api/session-token', mintRefused['bad signature']()),
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
