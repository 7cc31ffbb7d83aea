import type { TokenExplanation } from '@session-token/token-verify/explain';
import { claimMeaning } from '../model/claim-meanings.ts';
import { Card } from '../panel/card.tsx';
import { Claim, orderedNames } from '../panel/claim.tsx';

/** The token's claims, with those that a check failed for. */
export function InspectedClaims({ explanation }: { explanation: TokenExplanation }) {
  const { unverifiedClaims: claims, checks, holder, verdict, code } = explanation;
  if (!claims) return null;
  const expected = Object.fromEntries(
    checks.flatMap((check) =>
      check.status === 'failed' && check.claim !== undefined ? [[check.claim, check.expected]] : [],
    ),
  );
  const isVerified = verdict === 'accepted';
  return (
    <Card
      title="Claims"
      aside={
        <span class={`card-aside chip ${isVerified ? 'good' : ''}`}>
          {isVerified ? 'verified' : 'not verified'}
        </span>
      }
    >
      <dl class="claims">
        {orderedNames(claims, expected).map((name) => (
          <Claim
            key={name}
            name={name}
            meaning={claimMeaning(name, holder === 'staff' ? 'pos' : 'checkout')}
            minted={claims[name]}
            verified={isVerified ? claims : undefined}
            expected={expected[name]}
            section={code}
          />
        ))}
      </dl>
    </Card>
  );
}
