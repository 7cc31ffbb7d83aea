import { claimMeaning } from '../model/claim-meanings.ts';
import { sectionOf } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { decodeUnverified } from '../model/unverified-token.ts';
import { Card } from './card.tsx';
import { Claim, orderedNames } from './claim.tsx';

/** The token's claims, compared with those that the server returned after verification. */
export function Claims({ model }: { model: SandboxModel }) {
  const handedOut = model.token.value;
  const minted = handedOut && decodeUnverified(handedOut.token)?.claims;
  if (!minted) return null;
  const outcome = model.outcome.value;
  const verified: Record<string, unknown> | undefined =
    outcome.kind === 'verified' ? outcome.session?.claims : undefined;
  const expected = model.culprit.value?.claims ?? {};
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
        {orderedNames(minted, expected).map((name) => (
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
