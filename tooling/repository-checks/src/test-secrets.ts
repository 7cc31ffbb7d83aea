/**
 * Secrets for tests, without `shpss_`. They have the form of Shopify's secrets but belong to nobody. Use one of them in
 * a new test. Add only invented values.
 */
export const TEST_SECRETS: readonly string[] = [
  '00112233445566778899aabbccddeeff',
  '0123456789abcdef0123456789abcdef',
  '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  '15a8d0c37be9426fb82e6c5094d1f7a3',
  '1f0e2d3c4b5a69788796a5b4c3d2e1f0',
  '7c1f0a94d2e85b3670fa41c8e95d2b36',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
  'e04b9d7153fa28c6419e7d02b5a8f36c',
  'ffeeddccbbaa99887766554433221100',
];
