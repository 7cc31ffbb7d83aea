import { expect, test } from 'vitest';
import { imageSource } from '../src/page/elements/image-policy.ts';

const PROXY = 'http://127.0.0.1:4200';
const policy = { appOrigins: ['https://app.example'], allowedHosts: ['images.example'] };

test.each([
  ['https://images.example/a.png', 'https://images.example/a.png'],
  ['//images.example/a.png', 'https://images.example/a.png'],
  ['https://cdn.shopify.com/a.png', 'https://cdn.shopify.com/a.png'],
  [`${PROXY}/a.png`, `${PROXY}/a.png`],
  ['https://app.example/a.png?v=1', `${PROXY}/.sandbox-proxy/plain/https/app.example/a.png?v=1`],
  ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
])('loads %s from %s', (source, url) => {
  expect(imageSource(source, { proxyOrigin: PROXY, policy })).toEqual({ url });
});

test.each([
  ['https://images.example.evil.example/a.png', '--allow-host images.example.evil.example'],
  ['http://cdn.shopify.com/a.png', '--allow-host cdn.shopify.com'],
  ['https://cdn.shopify.com:8443/a.png', '--allow-host cdn.shopify.com:8443'],
  ['http://127.0.0.1:4201/a.png', '--allow-host 127.0.0.1:4201'],
  ['javascript:alert(1)', 'javascript:'],
  ['/frame', 'no absolute URL'],
])('shows a placeholder instead of %s, which names %s', (source, problem) => {
  expect(imageSource(source, { proxyOrigin: PROXY, policy })).toEqual({
    problem: expect.stringContaining(problem),
  });
});

test('without network access, loads only data: images', () => {
  expect(imageSource('https://images.example/a.png', undefined)).toEqual({
    problem: 'Not loaded: no network access',
  });
  expect(imageSource('data:image/png;base64,AA', undefined)).toEqual({ url: 'data:image/png;base64,AA' });
});
