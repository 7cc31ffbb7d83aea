import { describe, expect, test } from 'vitest';
import { ADMIN, admin, type Claims, CUSTOMER_ID, checkout, GID, SESSION_ID, sign } from './claim-sets.ts';
import { createVerifier, expectRejected, NOW_SECONDS, outcomeOf, SHOP } from './setup.ts';

const adminWithoutSid = (claims: Claims = {}) => admin({ sid: undefined, ...claims });

describe('a subject that is null or empty', () => {
  test.each([null, ''])('is absent from the session of a guest: %j', async (sub) => {
    const session = await createVerifier().verify(sign(checkout({ sub })));
    expect(session.kind).toBe('buyer');
    expect(Object.keys(session)).not.toContain('customerId');
    expect(Object.keys(session.claims)).not.toContain('sub');
  });

  test.each<[string, Claims, string, string]>([
    ['null, issued by the admin', adminWithoutSid({ sub: null }), 'bad_issuer', 'iss'],
    ['empty, issued by the admin', adminWithoutSid({ sub: '' }), 'bad_issuer', 'iss'],
    ['null, issued by the admin, with sid', admin({ sub: null }), 'bad_subject', 'sub'],
    ['empty, issued by the admin, with sid', admin({ sub: '' }), 'bad_subject', 'sub'],
    ['null, with sid alone', checkout({ sub: null, sid: SESSION_ID }), 'bad_subject', 'sub'],
    ['empty, with sid alone', checkout({ sub: '', sid: SESSION_ID }), 'bad_subject', 'sub'],
  ])('is rejected where a guest is not possible: %s', (attack, claims, code, claim) =>
    expectRejected({ attack, token: sign(claims), code, claim }),
  );

  test.each([false, 0, ' ', 'null', [], {}, '\0'])('does not include %j', (sub) =>
    expectRejected({ attack: '', token: sign(checkout({ sub })), code: 'bad_subject', claim: 'sub' }),
  );
});

describe('a customer', () => {
  test.each(['', '/account', '/checkouts', '/admin', '/ADMIN', '/admin/oauth', '/a/admin'])(
    'may have the issuer path "%s" of the same shop, with or without sid',
    async (path) => {
      for (const sid of [undefined, SESSION_ID, null, '']) {
        const token = sign(checkout({ sub: GID, iss: `https://${SHOP}${path}`, sid }));
        expect(await outcomeOf(createVerifier(), token)).toMatchObject({
          kind: 'buyer',
          customerId: CUSTOMER_ID,
        });
      }
    },
  );

  test.each([
    ['another shop', 'https://other.myshopify.com/admin'],
    ['a trailing slash', `${ADMIN}/`],
    ['two slashes', `https://${SHOP}//admin`],
    ['an escape', `https://${SHOP}/%61dmin`],
    ['a dot segment', `https://${SHOP}/account/../admin`],
    ['a query', `${ADMIN}?x`],
    ['no scheme', `${SHOP}/admin`],
  ])('is rejected when the issuer has %s', (attack, iss) =>
    expectRejected({ attack, token: sign(admin({ sub: GID, iss })), code: 'bad_issuer', claim: 'iss' }),
  );
});

describe('staff without sid', () => {
  test('has no sessionId, and no sid among the claims', async () => {
    const session = await createVerifier().verify(sign(adminWithoutSid()));
    expect(session.kind).toBe('staff');
    expect(Object.keys(session)).not.toContain('sessionId');
    expect(Object.keys(session.claims)).not.toContain('sid');
  });

  test.each<[string, Claims, string, string]>([
    ['no issuer', adminWithoutSid({ iss: undefined }), 'bad_subject', 'sub'],
    [
      'the issuer of checkout tokens',
      adminWithoutSid({ iss: `https://${SHOP}/checkouts` }),
      'bad_subject',
      'sub',
    ],
    [
      "another shop's admin",
      adminWithoutSid({ iss: 'https://other.myshopify.com/admin' }),
      'bad_issuer',
      'iss',
    ],
    ['a path that ends in admin', adminWithoutSid({ iss: `https://${SHOP}/x/admin` }), 'bad_issuer', 'iss'],
    ['the admin in capitals', adminWithoutSid({ iss: `https://${SHOP}/ADMIN` }), 'bad_issuer', 'iss'],
    ['a page of the admin', adminWithoutSid({ iss: `${ADMIN}/oauth` }), 'bad_issuer', 'iss'],
    ['a list for the issuer', adminWithoutSid({ iss: [ADMIN] }), 'bad_issuer', 'iss'],
    ['a gid of a user', adminWithoutSid({ sub: 'gid://shopify/User/91' }), 'bad_issuer', 'iss'],
    ['a user id with a leading zero', adminWithoutSid({ sub: '091' }), 'bad_issuer', 'iss'],
    ['no user', adminWithoutSid({ sub: undefined }), 'bad_issuer', 'iss'],
    ['a null sid', admin({ sid: null }), 'bad_session_id', 'sid'],
    ['an empty sid', admin({ sid: '' }), 'bad_session_id', 'sid'],
  ])('is rejected with %s', (attack, claims, code, claim) =>
    expectRejected({ attack, token: sign(claims), code, claim }),
  );
});

describe('the longest lifetime', () => {
  const from = (claims: Claims, claim: 'exp' | 'nbf' | 'iat', seconds: number) =>
    claim === 'exp'
      ? sign({ ...claims, exp: NOW_SECONDS + seconds })
      : sign({ ...claims, exp: NOW_SECONDS + 60, [claim]: NOW_SECONDS + 60 - seconds });

  test.each<[string, Claims, number]>([
    ['a guest', checkout(), 600],
    ['a customer', checkout({ sub: GID }), 600],
    ['a customer, issued by the admin', adminWithoutSid({ sub: GID }), 600],
    ['a customer with sid', admin({ sub: GID }), 600],
    ['staff', admin(), 86_400],
    ['staff without sid', adminWithoutSid(), 86_400],
    ['staff without issuer', admin({ iss: undefined }), 86_400],
  ])('of %s is counted from nbf or iat', async (_holder, claims, seconds) => {
    for (const claim of ['exp', 'nbf', 'iat'] as const) {
      const inside = await outcomeOf(createVerifier(), from(claims, claim, seconds));
      expect(inside).toHaveProperty('kind');
      const outside = await outcomeOf(createVerifier(), from(claims, claim, seconds + 1));
      expect(outside).toMatchObject({ code: 'lifetime_too_long', claim: 'exp' });
    }
  });
});
