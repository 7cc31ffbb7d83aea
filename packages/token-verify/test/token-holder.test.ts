import { describe, expect, test } from 'vitest';
import { createVerifier, mint, mintStaff } from './setup.ts';

describe('a subject that is null or empty', () => {
  test.each([null, ''])('is absent from the session of a guest: %j', async (sub) => {
    const session = await createVerifier().verify(mint({ sub }));
    expect(session.kind).toBe('buyer');
    expect(Object.keys(session)).not.toContain('customerId');
    expect(Object.keys(session.claims)).not.toContain('sub');
  });
});

describe('staff without sid', () => {
  test('has no sessionId, and no sid among the claims', async () => {
    const session = await createVerifier().verify(mintStaff({ sid: undefined }));
    expect(session.kind).toBe('staff');
    expect(Object.keys(session)).not.toContain('sessionId');
    expect(Object.keys(session.claims)).not.toContain('sid');
  });
});
