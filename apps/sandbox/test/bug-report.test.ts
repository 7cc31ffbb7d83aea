import { describe, expect, test } from 'vitest';
import type { PageReport, ReportedRequest } from '../src/contract/report.ts';
import { DEFAULT_STATE } from '../src/contract/url-state.ts';
import { browserName } from '../src/page/report/browser-name.ts';
import { type BugReportFacts, bugReport } from '../src/page/report/bug-report.ts';

const KEY = 'h_EAYoPN9wH2lz1lcy7Zpg';
const CLAIMS = {
  dest: 'shop.myshopify.com',
  sub: 'gid://shopify/Customer/7834',
  aud: 'client',
  jti: 'a-token-id',
};
const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const SIGNATURE = 'c2lnbmF0dXJlLW9mLTMyLWJ5dGVzLWF0LWxlYXN0';
const TOKEN = `${segment({ alg: 'HS256', typ: 'JWT' })}.${segment(CLAIMS)}.${SIGNATURE}`;

const REQUEST: ReportedRequest = {
  method: 'GET',
  url: '/api/session-token',
  isForApp: true,
  preflight: false,
  hasAuthorization: true,
  status: 401,
  cors: 'allowed',
  durationMs: 12,
};

const REPORT: PageReport = {
  url: '/?customer=7834',
  ignored: [],
  target: 'purchase.checkout.block.render',
  surface: 'checkout',
  extension: {
    id: 'block',
    name: 'Block',
    handle: 'my-block',
    apiVersion: '2026-07',
    isDeclared: true,
    bytes: 100,
    compressedBytes: 50,
  },
  tree: [{ text: 'Robin Hale, robin@example.com' }],
  text: 'Robin Hale, robin@example.com',
  problems: [{ message: 'Robin Hale has no points' }],
  warnings: [],
  requests: [
    { ...REQUEST, method: 'OPTIONS', preflight: true, hasAuthorization: false, status: 204 },
    REQUEST,
  ],
  graphql: [],
  calls: [],
  outcome: {
    kind: 'rejected',
    code: 'wrong_audience',
    title: 'Rejected wrong_audience',
    what: 'The token was issued for another app.',
    where: 'aud in the token, expected client',
    fix: 'Compare the client ids.',
  },
  buildErrors: [],
};

const FACTS: BugReportFacts = {
  report: REPORT,
  url: { ...DEFAULT_STATE, customer: '42', fault: 'audience' },
  origin: 'http://127.0.0.1:4000',
  versions: { sandbox: '1.0.0', node: '24.21.0' },
  browser: 'Chrome 140.0.0.0 on Linux',
  isForeign: false,
  token: TOKEN,
  secrets: [KEY],
};

const withReport = (changes: Partial<PageReport>) =>
  bugReport({ ...FACTS, report: { ...REPORT, ...changes } });

test('a bug report has the link, versions, outcome and requests', () => {
  expect(bugReport(FACTS)).toBe(`### Session token sandbox: Rejected wrong_audience

- **Page:** http://127.0.0.1:4000/?customer=42&fault=audience
- **Extension:** my-block, \`purchase.checkout.block.render\`, API version 2026-07
- **Versions:** sandbox 1.0.0, Node 24.21.0, Chrome 140.0.0.0 on Linux
- **Server:** built-in

**Outcome:** Rejected wrong_audience. The token was issued for another app.
- **Where:** aud in the token, expected client
- **Fix:** Compare the client ids.

| request | status | time | CORS | token |
| --- | --- | --- | --- | --- |
| \`OPTIONS /api/session-token\` | 204 | 12 ms | allowed | none |
| \`GET /api/session-token\` | 401 | 12 ms | allowed | shortened |

**Latest token:** \`eyJhbGciOiJI…\`, ${TOKEN.length} characters, HS256, claims: aud, dest, jti, sub
`);
});

describe('a bug report contains', () => {
  test('no signature and no claim of the token, wherever it appears', () => {
    const report = withReport({
      requests: [{ ...REQUEST, url: `/verify/${TOKEN}` }],
      outcome: { ...REPORT.outcome, what: `Cannot verify ${TOKEN}`, where: TOKEN, fix: TOKEN },
    });
    expect(report).toContain('/verify/eyJhbGciOiJI…');
    for (const part of [SIGNATURE, TOKEN.split('.')[1]!, CLAIMS.dest, CLAIMS.sub, CLAIMS.jti]) {
      expect(report).not.toContain(part);
    }
  });

  test('no key of the run', () => {
    const outcome = { ...REPORT.outcome, what: `No page has the key ${KEY}.` };
    expect(withReport({ outcome })).toContain('No page has the key ….');
    expect(bugReport(FACTS)).not.toContain(KEY);
  });

  test('no values of queries and fragments', () => {
    const url = 'https://api.example.com/search?email=robin%40example.com&page=2#key=secret';
    expect(withReport({ requests: [{ ...REQUEST, url }] })).toContain(
      '`GET https://api.example.com/search?email=…&page=…`',
    );
    const where = 'On the way to the server, at GET /search?email=robin%40example.com';
    expect(withReport({ outcome: { ...REPORT.outcome, where } })).toContain('at GET /search?email=…\n');
  });

  test('no settings that a person has typed', () => {
    const settings = { api_base_url: 'https://secret.example.com', limit: '5' };
    const requests = [{ ...REQUEST, url: 'https://secret.example.com/api' }];
    const report = bugReport({
      ...FACTS,
      url: { ...FACTS.url, settings },
      report: { ...REPORT, requests },
    });
    expect(report).toContain('**Settings, without values:** api_base_url, limit');
    expect(report).toContain('`GET …/api`');
    expect(report).not.toContain('secret.example.com');
  });

  test('no numbers of persons', () => {
    const report = bugReport({
      ...FACTS,
      url: { ...DEFAULT_STATE, customer: '7834', user: '5521', staff: '6612' },
      report: {
        ...REPORT,
        requests: [{ ...REQUEST, url: '/api/loyalty/customers/7834' }],
        outcome: { kind: 'verified', title: 'Verified', what: 'Authenticated as customer 7834.' },
      },
    });
    expect(report).toContain('/?customer=42&staff=91');
    expect(report).toContain('`GET /api/loyalty/customers/…`');
    expect(report).not.toMatch(/7834|5521|6612/);
  });

  test('no text that the extension has rendered or thrown', () => {
    expect(bugReport(FACTS)).not.toContain('Robin');
  });

  test("no message of another app's server", () => {
    const outcome = { ...REPORT.outcome, what: 'Your server rejected robin@example.com' };
    const report = bugReport({ ...FACTS, isForeign: true, report: { ...REPORT, outcome } });
    expect(report).toContain('**Server:** own (`--api`)');
    expect(report).not.toContain('robin@example.com');
  });
});

test('text of a request cannot leave its cell of the table', () => {
  const requests = [{ ...REQUEST, url: '/a|b`c\n| d' }];
  expect(withReport({ requests })).toContain("| `GET /a\\|b'c \\| d` | 401 |");
});

test('requests without a response and GraphQL queries have a row', () => {
  const { status: _, ...sent } = REQUEST;
  const report = withReport({
    requests: [{ ...sent, failure: 'reset', cors: 'no response' }],
    graphql: [
      {
        api: 'storefront',
        version: '2026-07',
        operation: 'query Shop',
        status: 200,
        hasErrors: false,
        durationMs: 3,
      },
    ],
  });
  expect(report).toContain('| `GET /api/session-token` | none | 12 ms | no response | shortened |');
  expect(report).toContain('| `storefront 2026-07 query Shop` | 200 | 3 ms | – | – |');
});

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
    'Chrome 140.0.0.0 on Linux',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.1.2',
    'Edge 140.0.1.2 on Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0',
    'Firefox 143.0 on Macintosh',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari 18.5 on iPhone',
  ],
  ['curl/8', 'unknown browser'],
])('the user agent %s is named', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
