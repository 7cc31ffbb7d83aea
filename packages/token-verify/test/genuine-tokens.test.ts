import { describe, expect, test } from 'vitest';
import {
  ADMIN,
  admin,
  CUSTOMER_ID,
  checkout,
  GID,
  postPurchase,
  SESSION_ID,
  sign,
  signWithEscapedSlashes,
  TOKEN_ID,
  USER_ID,
} from './claim-sets.ts';
import { CLIENT_ID, createVerifier, expectRejected, NOW_SECONDS, outcomeOf, SHOP } from './setup.ts';

/*
 * Every claim set that is known from public sources, with the evidence for it. R: a real token that somebody
 * decoded in public. O: Shopify's own code or test fixture. D: Shopify's documentation. C: a comment or type in
 * third-party code. H: a hypothesis.
 */

const guest = { kind: 'buyer', shop: SHOP, tokenId: TOKEN_ID };
const customer = { ...guest, customerId: CUSTOMER_ID };
const staffWithoutSession = { kind: 'staff', shop: SHOP, tokenId: TOKEN_ID, userId: USER_ID };
const staff = { ...staffWithoutSession, sessionId: SESSION_ID };
const checkouts = { iss: `https://${SHOP}/checkouts` };
const https = { dest: `https://${SHOP}` };

describe('a token that Shopify may issue is accepted', () => {
  test.each`
    id       | evidence | source                                    | claims                                               | token                                                           | session
    ${'A1'}  | ${'R'}   | ${'shopify-app-js#2509, 2024'}            | ${'admin'}                                           | ${sign(admin({ sig: 'a1'.repeat(32) }))}                        | ${staff}
    ${'A2'}  | ${'R'}   | ${'shopify-app-js#2509, 2025'}            | ${'admin, its JSON with escaped slashes'}            | ${signWithEscapedSlashes(admin({ sig: 'a1'.repeat(32) }))}      | ${staff}
    ${'A3'}  | ${'O'}   | ${"Shopify's libraries"}                  | ${'admin without sig'}                               | ${sign(admin())}                                                | ${staff}
    ${'C1'}  | ${'D'}   | ${'shopify.dev, Session Token API'}       | ${'checkout, customer'}                              | ${sign(checkout({ sub: GID }))}                                 | ${customer}
    ${'C1'}  | ${'D'}   | ${'shopify.dev, Session Token API'}       | ${'checkout, its JSON with escaped slashes'}         | ${signWithEscapedSlashes(checkout({ ...checkouts, sub: GID }))} | ${customer}
    ${'C2'}  | ${'D'}   | ${'shopify.dev, Session Token API'}       | ${'checkout, guest'}                                 | ${sign(checkout())}                                             | ${guest}
    ${'C3'}  | ${'O'}   | ${'shopify-api-ruby'}                     | ${'checkout with iss, customer'}                     | ${sign(checkout({ ...checkouts, sub: GID }))}                   | ${customer}
    ${'C4'}  | ${'R'}   | ${'laravel-shopify#452, #439'}            | ${'checkout with iss, guest'}                        | ${sign(checkout(checkouts))}                                    | ${guest}
    ${'C5'}  | ${'O'}   | ${'shopify-app-php 0.1.5'}                | ${'checkout with iss, dest with https://'}           | ${sign(checkout({ ...checkouts, ...https }))}                   | ${guest}
    ${'C6'}  | ${'O'}   | ${'shopify-app-php 0.1.5'}                | ${'checkout, dest with https://'}                    | ${sign(checkout({ ...https, sub: GID }))}                       | ${customer}
    ${'C7'}  | ${'H'}   | ${'libraries treat missing as empty'}     | ${'checkout, guest with sub null'}                   | ${sign(checkout({ sub: null }))}                                | ${guest}
    ${'C8'}  | ${'H'}   | ${'libraries treat missing as empty'}     | ${'checkout with iss, guest with an empty sub'}      | ${sign(checkout({ ...checkouts, sub: '' }))}                    | ${guest}
    ${'C10'} | ${'H'}   | ${'RFC 7515 §4.1.9'}                      | ${'header without typ'}                              | ${sign(checkout(), { typ: undefined })}                         | ${guest}
    ${'C11'} | ${'H'}   | ${'RFC 7515 §4.1.4'}                      | ${'header with kid'}                                 | ${sign(checkout(), { kid: '2026-01' })}                         | ${guest}
    ${'C12'} | ${'H'}   | ${'RFC 7515 §4.1.10'}                     | ${'header with cty'}                                 | ${sign(checkout(), { cty: 'JWT' })}                             | ${guest}
    ${'C13'} | ${'H'}   | ${'RFC 7515 §4.1.9'}                      | ${'header with typ in lower case'}                   | ${sign(checkout(), { typ: 'jwt' })}                             | ${guest}
    ${'C14'} | ${'H'}   | ${'RFC 7519 §4'}                          | ${'unknown claims'}                                  | ${sign(checkout({ locale: 'nb', b2b: { id: 1 } }))}             | ${guest}
    ${'C15'} | ${'H'}   | ${'reported clock differences'}           | ${'nbf 10 s before iat'}                             | ${sign(checkout({ nbf: NOW_SECONDS - 10 }))}                    | ${guest}
    ${'U1'}  | ${'D'}   | ${'shopify.dev, Session Token API'}       | ${'customer account, customer'}                      | ${sign(checkout({ sub: GID }))}                                 | ${customer}
    ${'U2'}  | ${'R'}   | ${'community.shopify.com 417381'}         | ${'customer account, logged in but without sub'}     | ${sign(checkout())}                                             | ${guest}
    ${'U3'}  | ${'C'}   | ${'public verifiers'}                     | ${'customer account, dest with https://'}            | ${sign(checkout({ ...https, sub: GID }))}                       | ${customer}
    ${'U4'}  | ${'C'}   | ${'a comment in a public verifier'}       | ${'customer account, issued by the admin'}           | ${sign(admin({ sub: GID, sid: undefined }))}                    | ${customer}
    ${'U5'}  | ${'H'}   | ${'no documented issuer'}                 | ${'customer account, issued by /account'}            | ${sign(checkout({ iss: `https://${SHOP}/account`, sub: GID }))} | ${customer}
    ${'U9'}  | ${'H'}   | ${'no documented sid'}                    | ${'customer account with sid'}                       | ${sign(checkout({ sub: GID, sid: SESSION_ID }))}                | ${customer}
    ${'U4+'} | ${'H'}   | ${'no documented issuer or sid'}          | ${'customer account, issued by the admin, with sid'} | ${sign(admin({ sub: GID }))}                                    | ${customer}
    ${'P1'}  | ${'D'}   | ${'shopify.dev: OpenID Connect ID Token'} | ${'POS as A1'}                                       | ${sign(admin({ sig: 'a1'.repeat(32) }))}                        | ${staff}
    ${'P2'}  | ${'O'}   | ${"Shopify's libraries"}                  | ${'POS as A3'}                                       | ${sign(admin())}                                                | ${staff}
    ${'P3'}  | ${'C'}   | ${'optional in public verifiers'}         | ${'POS without sid'}                                 | ${sign(admin({ sid: undefined }))}                              | ${staffWithoutSession}
    ${'P5'}  | ${'H'}   | ${'no documented lifetime'}               | ${'POS, valid for an hour'}                          | ${sign(admin({ exp: NOW_SECONDS + 3600 }))}                     | ${staff}
    ${'P6'}  | ${'H'}   | ${'no documented lifetime'}               | ${'POS, valid for a day'}                            | ${sign(admin({ exp: NOW_SECONDS + 86_400 }))}                   | ${staff}
  `('$id: $claims ($evidence, $source)', async ({ token, session }) => {
    const { kind, shop, tokenId, customerId, userId, sessionId } = Object(
      await outcomeOf(createVerifier(), token),
    );
    expect({ kind, shop, tokenId, customerId, userId, sessionId }).toEqual(session);
  });
});

describe('a token that Shopify does not issue for an extension is rejected', () => {
  test.each`
    id       | evidence | source                         | claims                                        | token                                                                        | code                    | claim
    ${'A4'}  | ${'D'}   | ${"shopify.dev's table"}       | ${'admin, iss and dest without https://'}     | ${sign(admin({ iss: `${SHOP}/admin`, dest: SHOP }))}                         | ${'bad_issuer'}         | ${'iss'}
    ${'A6'}  | ${'O'}   | ${'shopify-api-ruby, fixture'} | ${'admin, nbf and iat 1234'}                  | ${sign(admin({ nbf: 1234, iat: 1234 }))}                                     | ${'lifetime_too_long'}  | ${'exp'}
    ${'A7'}  | ${'H'}   | ${'shopify-app-php casts it'}  | ${'admin, sub as a number'}                   | ${sign(admin({ sub: 91 }))}                                                  | ${'bad_subject'}        | ${'sub'}
    ${'A7'}  | ${'H'}   | ${'shopify-app-php casts it'}  | ${'admin without sid, sub as a number'}       | ${sign(admin({ sub: 91, sid: undefined }))}                                  | ${'bad_issuer'}         | ${'iss'}
    ${'C9'}  | ${'O'}   | ${'shopify-api-js, fixture'}   | ${'checkout, nbf and iat 1234'}               | ${sign(checkout({ nbf: 1234, iat: 1234 }))}                                  | ${'lifetime_too_long'}  | ${'exp'}
    ${'Y1'}  | ${'H'}   | ${'RFC 7519 §4.1.3'}           | ${'aud as a list of one'}                     | ${sign(checkout({ aud: [CLIENT_ID] }))}                                      | ${'wrong_audience'}     | ${'aud'}
    ${'Y2'}  | ${'H'}   | ${'none'}                      | ${'dest with a trailing slash'}               | ${sign(checkout({ dest: `https://${SHOP}/` }))}                              | ${'bad_dest'}           | ${'dest'}
    ${'Y3'}  | ${'H'}   | ${'none'}                      | ${'dest in capitals'}                         | ${sign(checkout({ dest: SHOP.toUpperCase() }))}                              | ${'bad_dest'}           | ${'dest'}
    ${'Y4'}  | ${'H'}   | ${'none'}                      | ${'dest as a custom domain'}                  | ${sign(checkout({ dest: 'shop.example.com' }))}                              | ${'bad_dest'}           | ${'dest'}
    ${'Y5'}  | ${'H'}   | ${'RFC 7519 §2'}               | ${'fractional times'}                         | ${sign(checkout({ nbf: NOW_SECONDS - 0.5 }))}                                | ${'invalid_time'}       | ${'nbf'}
    ${'Y6'}  | ${'H'}   | ${'none'}                      | ${'no jti'}                                   | ${sign(checkout({ jti: undefined }))}                                        | ${'missing_claim'}      | ${'jti'}
    ${'Y7'}  | ${'H'}   | ${'none'}                      | ${'iss null'}                                 | ${sign(checkout({ iss: null }))}                                             | ${'bad_issuer'}         | ${'iss'}
    ${'Y8'}  | ${'H'}   | ${'none'}                      | ${'an empty iss'}                             | ${sign(checkout({ iss: '' }))}                                               | ${'bad_issuer'}         | ${'iss'}
    ${'Y9'}  | ${'H'}   | ${'none'}                      | ${'iss with a trailing slash'}                | ${sign(checkout({ iss: `https://${SHOP}/checkouts/` }))}                     | ${'bad_issuer'}         | ${'iss'}
    ${'Y10'} | ${'H'}   | ${'none'}                      | ${'POS without sub'}                          | ${sign(admin({ sub: undefined }))}                                           | ${'missing_claim'}      | ${'sub'}
    ${'Y10'} | ${'H'}   | ${'none'}                      | ${'POS without sub and sid'}                  | ${sign(admin({ sub: undefined, sid: undefined }))}                           | ${'bad_issuer'}         | ${'iss'}
    ${'Y12'} | ${'H'}   | ${'RFC 9068 §2.1'}             | ${'header of an access token'}                | ${sign(checkout(), { typ: 'at+jwt' })}                                       | ${'unsupported_header'} | ${undefined}
    ${'Y13'} | ${'H'}   | ${'none'}                      | ${'gid of a CompanyContact'}                  | ${sign(checkout({ sub: 'gid://shopify/CompanyContact/7' }))}                 | ${'bad_subject'}        | ${'sub'}
    ${'X1'}  | ${'O'}   | ${'shopify.dev, checkout'}     | ${'post-purchase'}                            | ${sign(postPurchase())}                                                      | ${'missing_claim'}      | ${'aud'}
    ${'Y16'} | ${'O'}   | ${'shopify.dev, checkout'}     | ${'post-purchase with aud, times and jti'}    | ${sign(checkout(postPurchase({ dest: undefined })))}                         | ${'missing_claim'}      | ${'dest'}
    ${'Y16'} | ${'O'}   | ${'shopify.dev, checkout'}     | ${'post-purchase with all required claims'}   | ${sign(checkout(postPurchase()))}                                            | ${'bad_issuer'}         | ${'iss'}
    ${'U6'}  | ${'H'}   | ${'none'}                      | ${'customer account, iss on shopify.com'}     | ${sign(checkout({ iss: 'https://shopify.com/authentication/1', sub: GID }))} | ${'bad_issuer'}         | ${'iss'}
    ${'U7'}  | ${'H'}   | ${'none'}                      | ${'customer account, iss on its own domain'}  | ${sign(checkout({ iss: 'https://account.example.com', sub: GID }))}          | ${'bad_issuer'}         | ${'iss'}
    ${'U8'}  | ${'C'}   | ${'third-party types'}         | ${'customer, sub as digits'}                  | ${sign(checkout({ sub: CUSTOMER_ID }))}                                      | ${'bad_subject'}        | ${'sub'}
    ${'P4'}  | ${'C'}   | ${'third-party types'}         | ${'POS without nbf and jti'}                  | ${sign(admin({ nbf: undefined, jti: undefined }))}                           | ${'missing_claim'}      | ${'nbf'}
    ${'P6+'} | ${'H'}   | ${'no documented lifetime'}    | ${'POS, valid for a day and a second'}        | ${sign(admin({ exp: NOW_SECONDS + 86_401 }))}                                | ${'lifetime_too_long'}  | ${'exp'}
    ${'P3+'} | ${'H'}   | ${'none'}                      | ${'POS without sid and iss'}                  | ${sign(admin({ sid: undefined, iss: undefined }))}                           | ${'bad_subject'}        | ${'sub'}
    ${'U4+'} | ${'H'}   | ${'none'}                      | ${"customer, issued by another shop's admin"} | ${sign(admin({ sub: GID, dest: 'other.myshopify.com', iss: ADMIN }))}        | ${'bad_issuer'}         | ${'iss'}
  `('$id: $claims ($evidence, $source)', ({ claims, token, code, claim }) =>
    expectRejected({ attack: claims, token, code, claim }),
  );
});
