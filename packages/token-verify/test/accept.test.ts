import { createTokenIssuer } from '@session-token/issuer';
import { expect, it } from 'vitest';
import { createSessionTokenVerifier } from '../src/index.ts';

it('accepts', async () => {
  const o = { clientId: 'c', secret: 'shpss_0123456789abcdef0123456789abcdef' };
  const mint = createTokenIssuer(o);
  const v = createSessionTokenVerifier({ clientId: 'c', secrets: [o.secret] });
  for (const surface of ['checkout', 'customer-account', 'pos'] as const)
    expect(await v.verify(mint({}, { surface }))).toMatchObject({ shop: 'sandbox.myshopify.com' });
});
