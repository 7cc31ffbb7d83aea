/**
 * Replaces `cloudflared tunnel --url http://localhost:PORT`. Prints the output of a connected cloudflared, and writes its
 * process id and port to FAKE_TUNNEL_FILE. The fake Shopify API forwards the requests.
 */
import { writeFileSync } from 'node:fs';

const { hostname, port } = new URL(process.argv[process.argv.indexOf('--url') + 1]);
if (hostname !== 'localhost') throw new Error(`a tunnel to ${hostname}, where the server does not listen`);
writeFileSync(process.env.FAKE_TUNNEL_FILE, JSON.stringify({ pid: process.pid, port: Number(port) }));
process.stderr.write(`INF Requesting new quick Tunnel on trycloudflare.com... url=https://api.trycloudflare.com
INF |  https://${process.env.FAKE_TUNNEL_HOST}  |
INF Registered tunnel connection connIndex=0 protocol=quic
`);
setInterval(() => {}, 60_000);
