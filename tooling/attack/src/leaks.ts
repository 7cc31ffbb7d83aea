import type { FindingId } from './findings/catalog.ts';
import type { Answered } from './http/exchange.ts';

interface LeakContext {
  secret: string;
  clientId: string;
  /** The token that was sent. */
  token: string | undefined;
  isRejected: boolean;
}

/** Frames of a stack trace, as runtimes print them. */
const STACK_FRAMES = [
  /\bat (?:async )?(?:[\w$.<>[\] ]+ \()?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^\s()]*:\d+:\d+/, // JavaScript
  /\bnode_modules[\\/]/,
  /File "[^"]+", line \d+, in /, // Python
  /#\d+ \S+\.php\(\d+\): /, // PHP
  /\.rb:\d+:in [`']/, // Ruby
  /\bat [\w$.]+\([\w$]+\.(?:java|kt|scala):\d+\)/, // JVM
  /goroutine \d+ \[\w+\]:/, // Go
  /\bat [\w.<>`]+\(.*\) in \S+:line \d+/, // .NET
  /\bpanicked at \S+\.rs:\d+/, // Rust
];

/** Shorter values, such as `myshopify.com`, appear in responses by coincidence. */
const MIN_LENGTH = 16;
const LONG_SEGMENTS = new RegExp(`[^.]{${MIN_LENGTH},}`, 'g');

/** Looks for the secret, the token, its claims and stack traces in a response. */
export function findLeaks({ headers, body }: Answered, context: LeakContext): FindingId[] {
  const { secret, clientId, token = '', isRejected } = context;
  const text = `${Object.values(headers).join('\n')}\n${body}`;
  const contains = (value: string) => value.length >= MIN_LENGTH && text.includes(value);
  const findings: FindingId[] = [];
  if (text.includes(secret)) findings.push('leak/secret');
  // The header is the same in every token. Short segments are not split off, because a token may have a million.
  const afterHeader = token.slice(token.indexOf('.') + 1).match(LONG_SEGMENTS) ?? [];
  if ([token, ...afterHeader].some((part) => contains(part))) findings.push('leak/token');
  else if (
    isRejected &&
    claimValues(token.split('.', 2)[1]).some((value) => value !== clientId && contains(value))
  ) {
    findings.push('leak/claims');
  }
  if (STACK_FRAMES.some((frame) => frame.test(text))) findings.push('leak/stack');
  return findings;
}

/** Returns the texts in the claims of a token, if it has claims. */
function claimValues(payload = ''): string[] {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return Object.values(Object(claims)).filter((value) => typeof value === 'string');
  } catch {
    return [];
  }
}
