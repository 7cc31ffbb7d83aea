import { BlockList, isIP, isIPv4 } from 'node:net';
import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Config } from '../../config.ts';

/** An IPv4 address with a port, or an IPv6 address in brackets with or without one. */
const WITH_PORT = /^(?:\[([\da-f:.]+)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/i;

/**
 * Parses a value of `X-Forwarded-For` or the address of a socket. Drops the port and maps an IPv4-mapped IPv6 address
 * to IPv4. Returns `undefined` if the value is not an address.
 */
function parseAddress(value: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const [, bracketed, withPort] = WITH_PORT.exec(value) ?? [];
  const address = bracketed ?? withPort ?? value;
  return isIP(address) === 0 ? undefined : ipaddr.process(address); // isIP is strict, ipaddr.js reads `1` and `0x7f.1`
}

/**
 * Returns the rate-limit key of a client: its IPv4 address, or the /64 network of its IPv6 address, because one
 * subscriber gets a whole /64. A forwarded value that is not an address counts as the proxy's address.
 */
export function clientAddressKey(request: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const { ip } = request;
  if (ip !== undefined && isIPv4(ip)) return ip; // the usual case, 1 µs faster than parsing it
  const address = parseAddress(ip ?? '') ?? parseAddress(request.socket.remoteAddress ?? '');
  if (address === undefined) return 'unknown'; // the client has already reset its connection
  if (address instanceof ipaddr.IPv4) return address.toString();
  return address.parts.slice(0, 4).join(':');
}

/** Names of networks, as in Express and Fastify. */
const NAMED_NETWORKS: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * Converts the setting to Fastify's `trustProxy`. Compares a list with parsed addresses, because proxies such as
 * Azure's append a port to each address.
 */
export function trustProxyOption(
  proxies: Config['trustProxy'],
): NonNullable<FastifyServerOptions['trustProxy']> {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  if (proxies === false) return false;
  const trusted = new BlockList();
  for (const network of proxies.flatMap((name) => NAMED_NETWORKS[name] ?? [name])) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (value) => {
    const address = parseAddress(value);
    return address !== undefined && trusted.check(address.toString(), address.kind());
  };
}
