import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createHmacCheck } from '../src/hmac-sha256.ts';

const hex = (digits: string) => Buffer.from(digits, 'hex');
const base64url = (digits: string) => hex(digits).toString('base64url');
const signatureOf = (secret: Uint8Array, text: string) =>
  createHmac('sha256', secret).update(text, 'latin1').digest('base64url');

describe('the check of an HMAC-SHA256', () => {
  test.each([
    [
      'test case 2: a short key',
      Buffer.from('Jefe'),
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      'test case 6: a key longer than a block',
      Buffer.alloc(131, 0xaa),
      'Test Using Larger Than Block-Size Key - Hash Key First',
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ])('agrees with RFC 4231 §4, %s', (_name, key, text, mac) => {
    expect(createHmacCheck(key)(text, base64url(mac))).toBe(true);
  });

  test("agrees with Node's own HMAC for keys and texts of every length around a block", () => {
    for (let keyLength = 1; keyLength <= 130; keyLength += 1) {
      const secret = Buffer.alloc(keyLength, keyLength);
      const isHmac = createHmacCheck(secret);
      for (const textLength of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 4096]) {
        const text = 'a'.repeat(textLength);
        expect(isHmac(text, signatureOf(secret, text))).toBe(true);
        expect(isHmac(text, signatureOf(secret, `${text}a`))).toBe(false);
      }
    }
  });

  test('holds nothing of one text when it looks at the next', () => {
    const secret = Buffer.from('a secret of this test');
    const isHmac = createHmacCheck(secret);
    isHmac('b'.repeat(500), signatureOf(secret, 'b'.repeat(500)));

    expect(isHmac('short', signatureOf(secret, 'short'))).toBe(true);
  });

  test('refuses a signature of 42 or 44 characters, and one in which any single character differs', () => {
    const secret = Buffer.from('a secret of this test');
    const isHmac = createHmacCheck(secret);
    const signature = signatureOf(secret, 'text');
    const others = [...signature].map(
      (character, index) =>
        signature.slice(0, index) + (character === 'A' ? 'B' : 'A') + signature.slice(index + 1),
    );

    for (const wrong of [signature.slice(0, 42), `${signature}A`, '', ...others]) {
      expect(isHmac('text', wrong)).toBe(false);
    }
    expect(isHmac('text', signature)).toBe(true);
  });

  test('refuses a text longer than a token, whatever its signature', () => {
    const secret = Buffer.from('a secret of this test');
    const text = 'a'.repeat(4097);

    expect(createHmacCheck(secret)(text, signatureOf(secret, text))).toBe(false);
    expect(createHmacCheck(secret)(text, signatureOf(secret, text.slice(1)))).toBe(false);
  });
});
