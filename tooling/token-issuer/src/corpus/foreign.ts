import { type Build, type HostileToken, hostile } from './row.ts';

const row = (code: string, claim: string, name: string, build: Build) =>
  hostile('foreign', code, claim, name, build);

/** JWTs that are signed with the app's secret but are not session tokens. */
export const FOREIGN: readonly HostileToken[] = [
  row('missing_claim', 'dest', 'a post-purchase token with our audience and times', ({ mint }) =>
    mint({ iss: 'shopify', dest: undefined, jti: undefined }),
  ),
  row(
    'missing_claim',
    'aud',
    'a changeset that our own app signed for the browser',
    ({ signPayload, clientId, nowSeconds }) =>
      signPayload({
        iss: clientId,
        jti: 'x',
        iat: nowSeconds,
        sub: '01f8e7',
        changes: [{ type: 'add_variant' }],
      }),
  ),
  row(
    'bad_issuer',
    'iss',
    'a changeset with every claim of a session token, issued by our app',
    ({ mint, clientId }) => mint({ iss: clientId, changes: [{ type: 'add_variant' }] }),
  ),
  row('missing_claim', 'aud', 'a self-made token with a user id', ({ signPayload }) =>
    signPayload({ userId: 1 }),
  ),
  row('missing_claim', 'aud', 'a self-made token without claims', ({ signPayload }) => signPayload({})),
  row(
    'missing_claim',
    'nbf',
    'a self-made token with a shop and exp',
    ({ signPayload, clientId, shop, nowSeconds }) =>
      signPayload({ aud: clientId, dest: shop, exp: nowSeconds + 300 }),
  ),
];
