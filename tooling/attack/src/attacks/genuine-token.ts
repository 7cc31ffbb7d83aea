import { createTokenIssuer } from '@session-token/token-issuer';
import type { Kind } from '../options/attack-options.ts';
import type { AttackContext } from './attack.ts';

const CUSTOMER = { sub: 'gid://shopify/Customer/7000000000001' };

/** Mints a token as Shopify would issue it now for this caller, with these claims replaced. */
export function genuineToken(
  { app, nowSeconds }: AttackContext,
  kind: Kind,
  claims: Record<string, unknown> = {},
): string {
  const { clientId, secret, shop } = app;
  const mint = createTokenIssuer({ clientId, secret, shop, now: () => nowSeconds * 1000 });
  return mint(
    { ...(kind === 'customer' && CUSTOMER), ...claims },
    { surface: kind === 'staff' ? 'pos' : 'checkout' },
  );
}
