import { describe, expect, test } from 'vitest';
import { findLeaks } from '../src/leaks.ts';
import { APP } from './correct-server/server.ts';

const claims = {
  sub: 'gid://shopify/Customer/7000000000001',
  aud: APP.clientId,
  dest: 'short.example',
  jti: 'x'.repeat(36),
};
const token = [
  'eyJhbGciOiJIUzI1NiJ9',
  Buffer.from(JSON.stringify(claims)).toString('base64url'),
  's'.repeat(43),
].join('.');
const find = (body: string, { isRejected = true, headers = {} } = {}) =>
  findLeaks({ status: 401, headers, body }, { ...APP, token, isRejected });

describe('a stack trace is found', () => {
  test.each([
    ['Node', 'Error: x\n    at verify (/app/node_modules/jsonwebtoken/verify.js:40:19)'],
    ['Node, ES modules', '    at async file:///app/src/index.js:1:2'],
    ['Node, JSON', '{"stack":"Error: x\\n    at Object.<anonymous> (/srv/a.js:3:4)"}'],
    ['Node on Windows', '    at verify (C:\\app\\verify.js:40:19)'],
    ['Python', 'Traceback (most recent call last):\n  File "/app/main.py", line 3, in verify'],
    ['PHP', '#0 /var/www/html/index.php(12): verify()'],
    ['Ruby', "app/controllers/me_controller.rb:7:in `verify'"],
    ['Java', '\tat com.example.Verifier.verify(Verifier.java:40)'],
    ['Go', 'goroutine 18 [running]:\nmain.verify(...)'],
    ['.NET', '   at App.Verifier.Verify(String token) in /src/Verifier.cs:line 40'],
    ['Rust', "thread 'main' panicked at src/main.rs:3:5"],
  ])('of %s', (_runtime, body) => {
    expect(find(body)).toEqual(['leak/stack']);
  });

  test.each([
    'Session expired at 12:30:15. Look at /docs/errors for help.',
    '{"code":"expired","message":"The token has expired; get a new one."}',
    'Contact us at support@example.com, line 3, in the evening.',
  ])('but not in: %s', (body) => {
    expect(find(body)).toEqual([]);
  });
});

describe('the token is found', () => {
  test.each([
    ['whole', token],
    ['its payload', token.split('.')[1]!],
    ['its signature', token.split('.')[2]!],
  ])('%s, in a body and in a header', (_part, text) => {
    expect(find(`invalid: ${text}`)).toEqual(['leak/token']);
    expect(find('', { headers: { 'x-debug': text } })).toEqual(['leak/token']);
    expect(find(text, { isRejected: false })).toEqual(['leak/token']);
  });

  test('but not its header, which all tokens share', () => {
    expect(find(token.split('.')[0]!)).toEqual([]);
  });
});

describe('claims are found', () => {
  test('in a rejection, from 16 characters on', () => {
    expect(find(`unknown customer ${claims.sub}`)).toEqual(['leak/claims']);
    expect(find(`unknown token ${claims.jti}`)).toEqual(['leak/claims']);
    expect(find(`unknown shop ${claims.dest}`)).toEqual([]);
  });

  test('but not the client id, which is public', () => {
    expect(find(`jwt audience invalid. expected: ${APP.clientId}`)).toEqual([]);
  });

  test('but not in a response to an accepted token, which may describe its caller', () => {
    expect(find(JSON.stringify(claims), { isRejected: false })).toEqual([]);
  });
});

test('the secret is found everywhere', () => {
  expect(find(`{"apiSecretKey":"${APP.secret}"}`, { isRejected: false })).toEqual(['leak/secret']);
  expect(find('', { headers: { 'x-debug': APP.secret } })).toEqual(['leak/secret']);
});
