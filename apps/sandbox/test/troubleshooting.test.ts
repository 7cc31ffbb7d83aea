import { REQUEST_ERROR_CODES, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { expect, test } from 'vitest';
import { troubleshootingDocument } from '../src/node/page-server/troubleshooting.ts';
import { type Outcome, sectionOf } from '../src/page/model/outcome.ts';

const { html, contentSecurityPolicy } = await troubleshootingDocument();
const exchange = {} as never;

test.each([...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES])('%s has a section to link to', (code) => {
  expect(html.split(`id="${code}"`)).toHaveLength(2);
});

test.each<Outcome>([
  { kind: 'rejected', isDocumented: true, code: 'expired', message: '', exchange },
  { kind: 'unreachable', exchange },
  { kind: 'blocked', reason: '', exchange },
  { kind: 'no-network' },
  { kind: 'no-token', message: '' },
])('the outcome $kind links to a section', (outcome) => {
  expect(html.split(`id="${sectionOf(outcome)}"`)).toHaveLength(2);
});

test('every link leads to a section of the page, or to another site', () => {
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(5);
  const broken = links.filter(
    (link) => !link.startsWith('https:') && !html.includes(`id="${link.slice(1)}"`),
  );
  expect(broken).toEqual([]);
});

test('it has no comments of the source, and may load nothing', () => {
  expect(html).not.toContain('<!--');
  expect(contentSecurityPolicy).toContain("default-src 'none'");
});
