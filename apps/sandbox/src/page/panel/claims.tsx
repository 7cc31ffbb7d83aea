import { claimMeaning } from '../model/claim-meanings.ts';
import { sectionOf } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { decodeUnverified } from '../model/unverified-token.ts';
import { Card } from './card.tsx';
import { explanationOf } from './outcome-text.tsx';

const ORDER = ['dest', 'sub', 'aud', 'iss', 'iat', 'nbf', 'exp', 'jti', 'sid'];

/** The token's claims, compared with those that the server returned after verification. */
export function Claims({ model }: { model: SandboxModel }) {
  const handedOut = model.token.value;
  const minted = handedOut && decodeUnverified(handedOut.token)?.claims;
  if (!minted) return null;
  const outcome = model.outcome.value;
  const verified: Record<string, unknown> | undefined =
    outcome.kind === 'verified' ? outcome.session?.claims : undefined;
  const expected = model.culprit.value?.claims ?? {};
  const names = [
    ...new Set([
      ...Object.keys(expected),
      ...ORDER.filter((name) => name in minted || name === 'sub'),
      ...Object.keys(minted),
    ]),
  ];
  return (
    <Card
      title="Claims"
      aside={
        <span class={`card-aside chip ${verified ? 'good' : ''}`}>
          {verified ? 'as the server verified them' : 'not verified'}
        </span>
      }
    >
      <dl class="claims">
        {names.map((name) => (
          <Claim
            key={name}
            name={name}
            meaning={claimMeaning(name, model.surface.value)}
            minted={minted[name]}
            verified={verified}
            expected={expected[name]}
            section={sectionOf(outcome)}
          />
        ))}
      </dl>
    </Card>
  );
}

interface ClaimProps {
  name: string;
  meaning: string;
  minted: unknown;
  verified: Record<string, unknown> | undefined;
  /** What the server expected, if it rejected the token for this claim. */
  expected: string | undefined;
  /** The section of the troubleshooting guide about the outcome. */
  section: string | undefined;
}

function Claim({ name, meaning, minted, verified, expected, section }: ClaimProps) {
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
        {minted === undefined ? <span class="subdued">absent</span> : <code>{String(minted)}</code>}
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

const timed = (meaning: string, name: string, value: unknown) =>
  isTime(name, value) ? `${meaning} ${new Date(value * 1000).toLocaleTimeString('en-GB')}` : meaning;

const isTime = (name: string, value: unknown): value is number =>
  ['exp', 'nbf', 'iat'].includes(name) && typeof value === 'number';
