import { lookup as resolveName } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { UsageError } from '../usage-error.ts';

export interface Target {
  url: URL;
  /** The addresses that were checked. Requests go to no other. */
  addresses: readonly Address[];
  /** Whether all of them are on this machine. */
  isLocal: boolean;
}

export interface Address {
  address: string;
  family: 4 | 6;
}

export type Resolve = (name: string) => Promise<readonly { address: string; family: number }[]>;

export interface TargetOptions {
  /** Allows addresses other than loopback. */
  ownsTarget: boolean;
  /** Default: the system's resolver. */
  resolve?: Resolve;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Reads the target and resolves its name once. Without `ownsTarget`, every address of the name must be loopback.
 *
 * @throws {UsageError}
 */
export async function resolveTarget(
  text: string,
  { ownsTarget, resolve = (name) => resolveName(name, { all: true }) }: TargetOptions,
): Promise<Target> {
  const url = parseUrl(text);
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name)
    ? [{ address: name, family: isIP(name) as 4 | 6 }]
    : await lookUp(name, resolve);
  const foreign = addresses.find(({ address }) => !isLoopback(address));
  if (foreign && !ownsTarget) {
    throw new UsageError(
      `${url.host} is ${foreign.address}, which is not this machine. Attack only servers that you own: add --i-own-this.`,
    );
  }
  return { url, addresses, isLocal: !foreign };
}

function isLoopback(address: string): boolean {
  return LOOPBACK.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError('The target is not an http:// or https:// URL');
  }
  if (url.username || url.password) throw new UsageError('The target must not contain a user or a password');
  if (url.hash) throw new UsageError('The target must not contain a fragment');
  return url;
}

async function lookUp(name: string, resolve: Resolve): Promise<Address[]> {
  const found = await resolve(name).catch(() => []);
  if (found.length === 0) throw new UsageError(`The host ${name} cannot be resolved`);
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
