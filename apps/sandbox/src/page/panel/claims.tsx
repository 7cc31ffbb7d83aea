import type { Bench } from '../model/bench.ts';
import { CLAIM_MEANINGS } from '../model/code-advice.ts';
import { decodeUnverified } from '../model/unverified-token.ts';
import { Card } from './card.tsx';

const ORDER = ['dest', 'sub', 'aud', 'iss', 'iat', 'nbf', 'exp', 'jti', 'sid'];

/** The claims in the token beside those that the server, having verified it, answered with. */
export function Claims({ bench }: { bench: Bench }) {
  const handedOut = bench.token.value;
  const minted = handedOut && decodeUnverified(handedOut.token)?.claims;
  if (!minted) return null;
  const verdict = bench.verdict.value;
  const verified: Record<string, unknown> | undefined =
    verdict.kind === 'verified' ? verdict.session?.claims : undefined;
  const names = [
    ...new Set([...ORDER.filter((name) => name in minted || name === 'sub'), ...Object.keys(minted)]),
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
          <Claim key={name} name={name} minted={minted[name]} verified={verified} />
        ))}
      </dl>
    </Card>
  );
}

function Claim(props: { name: string; minted: unknown; verified: Record<string, unknown> | undefined }) {
  const { name, minted, verified } = props;
  const same = verified && verified[name] === minted;
  return (
    <div class={verified && !same ? 'claim different' : 'claim'}>
      <dt title={CLAIM_MEANINGS[name]}>
        <code>{name}</code>
      </dt>
      <dd>
        {minted === undefined ? <span class="subdued">absent</span> : <code>{String(minted)}</code>}
        {verified && !same && (
          <small class="difference">verified as {String(verified[name] ?? 'absent')}</small>
        )}
      </dd>
      <dd class={isTime(name, minted) ? 'meaning time' : 'meaning'}>{meaning(name, minted)}</dd>
      <dd class="mark">{same && <span title="The server verified the same value">✓</span>}</dd>
    </div>
  );
}

function meaning(name: string, value: unknown): string {
  const text = CLAIM_MEANINGS[name] ?? '';
  return isTime(name, value) ? `${text} ${new Date(value * 1000).toLocaleTimeString('en-GB')}` : text;
}

const isTime = (name: string, value: unknown): value is number =>
  ['exp', 'nbf', 'iat'].includes(name) && typeof value === 'number';
