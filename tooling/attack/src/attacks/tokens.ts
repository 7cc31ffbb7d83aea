import { GENUINE_TOKENS, type GenuineToken, HOSTILE_TOKENS } from '@session-token/token-issuer/corpus';
import type { FindingId } from '../findings/catalog.ts';
import { toHeaderValue } from '../http/exchange.ts';
import type { AttackOptions, Kind } from '../options/attack-options.ts';
import { type Attack, type AttackContext, tokenRequest } from './attack.ts';
import { hostileFinding } from './hostile-finding.ts';

const AHEAD = 'an nbf just after iat';

/** Tokens of the corpus that Shopify issues, or may issue, for the callers that the route serves. */
export function genuineForms(app: AttackOptions): Attack[] {
  return (
    GENUINE_TOKENS
      // A server may know one shop only. Clocks have a finding of their own.
      .filter((row) => row.shop === undefined && row.name !== AHEAD && app.kinds.includes(kindOf(row)))
      .map((row) => ({
        ...{ name: `genuine: ${row.name}`, expected: 'accepted', finding: genuineFinding(row) },
        build: (context) => tokenRequest(context, row.mint(corpusContext(context))),
      }))
  );
}

/** Tokens of the corpus that must be rejected, except those that no HTTP header transports unchanged. */
export function tokenAttacks(app: AttackOptions): Attack[] {
  const sample = corpusContext({ app, nowSeconds: Math.floor(Date.now() / 1000) });
  return HOSTILE_TOKENS.filter((row) => {
    if (row.category === 'size') return false;
    const token = row.mint(sample);
    return token !== '' && toHeaderValue(token) !== undefined;
  }).map((row) => ({
    ...{ name: row.name, expected: 'rejected', finding: hostileFinding(row, sample) },
    build: (context) => tokenRequest(context, row.mint(corpusContext(context))),
  }));
}

/** Hostile tokens are those of the first served caller, so that only their fault can be the reason of a rejection. */
function corpusContext({ app, nowSeconds }: AttackContext) {
  const { clientId, secret, shop, kinds } = app;
  return { clientId, secret, shop, nowSeconds, holder: kinds[0]! };
}

function kindOf({ kind, customerId }: GenuineToken): Kind {
  if (kind === 'staff') return 'staff';
  return customerId === undefined ? 'guest' : 'customer';
}

function genuineFinding({ evidence }: GenuineToken): FindingId {
  return evidence && evidence.evidence !== 'H' ? 'genuine/known-form' : 'genuine/other-form';
}
