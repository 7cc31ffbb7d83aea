import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSelfSignedCertificate } from '../src/index.ts';

test('is for the named hosts alone, signed by its own key, and valid now', () => {
  const { cert, key } = createSelfSignedCertificate(['one.test', 'two.test']);
  const certificate = new X509Certificate(cert);
  expect(certificate.subjectAltName).toBe('DNS:one.test, DNS:two.test');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(certificate.validFromDate.getTime()).toBeLessThan(Date.now());
  expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.now());
});
