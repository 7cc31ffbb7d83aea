import { explanationOf } from './outcome-text.tsx';

const ORDER = ['dest', 'sub', 'aud', 'iss', 'iat', 'nbf', 'exp', 'jti', 'sid'];

/** Returns the names of the claims to show: wrong ones first, then those that every reader looks for. */
export const orderedNames = (claims: object, expected: object): string[] => [
  ...new Set([
    ...Object.keys(expected),
    ...ORDER.filter((name) => name in claims || name === 'sub'),
    ...Object.keys(claims),
  ]),
];

interface ClaimProps {
  name: string;
  meaning: string;
  minted: unknown;
  verified: Record<string, unknown> | undefined;
  /** The value that the server expected, if it rejected the token for this claim. */
  expected: string | undefined;
  /** The section of the troubleshooting guide about the outcome. */
  section: string | undefined;
}

/** One claim, with what is wrong about it. */
export function Claim({ name, meaning, minted, verified, expected, section }: ClaimProps) {
  const same = verified && verified[name] === minted;
  return (
    <div class={expected !== undefined || (verified && !same) ? 'claim different' : 'claim'}>
      <dt title={meaning}>
        {expected !== undefined && section ? (
          <a class="claim-link" href={explanationOf(section)} target="_blank" rel="noreferrer">
            <code>{name}</code>
          </a>
        ) : (
          <code>{name}</code>
        )}
      </dt>
      <dd>
        {minted === undefined ? <span class="subdued">absent</span> : <code>{textOf(minted)}</code>}
        {verified && !same && (
          <small class="difference">verified as {String(verified[name] ?? 'absent')}</small>
        )}
        {expected !== undefined && <small class="difference">expected {expected}</small>}
      </dd>
      <dd class={isTime(name, minted) ? 'meaning time' : 'meaning'}>{timed(meaning, name, minted)}</dd>
      <dd class="mark">
        {same && <span title="The server verified the same value">✓</span>}
        {expected !== undefined && <span title="The server rejected the token for this claim">✗</span>}
      </dd>
    </div>
  );
}

const textOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const timed = (meaning: string, name: string, value: unknown) =>
  isTime(name, value) ? `${meaning} ${new Date(value * 1000).toLocaleTimeString('en-GB')}` : meaning;

const isTime = (name: string, value: unknown): value is number =>
  ['exp', 'nbf', 'iat'].includes(name) && typeof value === 'number';
