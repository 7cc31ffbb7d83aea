import { createTokenIssuer } from '@session-token/token-issuer';
import type { AttackOptions } from '../options/attack-options.ts';
import { type Attack, type AttackContext, tokenRequest } from './attack.ts';

const KILOBYTE = 1024;

/** Tokens above the size of any session token. Servers of Node drop headers above 16 KB by default. */
export function sizeAttacks(app: AttackOptions): Attack[] {
  const surface = app.kinds[0] === 'staff' ? 'pos' : 'checkout';
  const signed =
    (size: number) =>
    ({ app: { clientId, secret, shop }, nowSeconds }: AttackContext) => {
      const mint = createTokenIssuer({ clientId, secret, shop, now: () => nowSeconds * 1000 });
      const sub = app.kinds[0] === 'customer' ? { sub: 'gid://shopify/Customer/7000000000001' } : {};
      return mint({ ...sub, filler: 'x'.repeat(size * 0.75) }, { surface });
    };
  const attack = (name: string, token: (context: AttackContext) => string): Attack => ({
    ...{ name, finding: 'encoding/size', expected: 'rejected', mayDrop: true },
    build: (context) => tokenRequest(context, token(context)),
  });
  return [
    attack('a genuine token with a claim of 8 KB', signed(8 * KILOBYTE)),
    attack('a genuine token with a claim of 16 KB', signed(16 * KILOBYTE)),
    attack('a genuine token with a claim of 1 MB', signed(KILOBYTE * KILOBYTE)),
    attack('a token of a million dots', () => '.'.repeat(1_000_000)),
  ];
}
