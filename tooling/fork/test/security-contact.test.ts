import { expect, test } from 'vitest';
import { assertSecurityContact, setSecurityContact } from '../src/security-contact.ts';
import { openTree } from '../src/tree.ts';
import { UsageError } from '../src/usage-error.ts';
import { createRepository } from './small-repository.ts';

const SECURITY = `# Security

<!-- security-contact -->

Nobody yet.

<!-- /security-contact -->

Rest.
`;

test.each([
  ['security@acme.com', '[security@acme.com](mailto:security@acme.com)'],
  ['https://acme.com/security?from=code', '<https://acme.com/security?from=code>'],
])('names %s in SECURITY.md, and replaces it the next time', (contact, link) => {
  using repository = createRepository({ 'SECURITY.md': SECURITY });
  const tree = openTree(repository.root);
  setSecurityContact(tree, 'first@acme.com');
  setSecurityContact(tree, contact);

  expect(tree.read('SECURITY.md')).toBe(SECURITY.replace('Nobody yet.', `Or contact ${link}.`));
});

test('fails if SECURITY.md has no place for the contact', () => {
  using repository = createRepository({ 'SECURITY.md': '# Security\n' });
  expect(() => setSecurityContact(openTree(repository.root), 'security@acme.com')).toThrow(/SECURITY\.md/);
});

test.each([
  'security',
  'security@acme',
  'a b@acme.com',
  'http://acme.com',
  'https://acme.com/a)b',
  'https://user:pass@acme.com',
  '<script>@acme.com',
  '',
])('rejects %j as a contact', (contact) => {
  expect(() => assertSecurityContact(contact)).toThrow(UsageError);
});

test('accepts an email address and an https address', () => {
  for (const contact of ['security+app@mail.acme.co.uk', 'https://acme.com']) assertSecurityContact(contact);
});
