import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { CLIENT_ID, SECRET } from '../test-app.ts';

const required = { SHOPIFY_API_KEY: CLIENT_ID, SHOPIFY_API_SECRET: SECRET };
const redisOf = (url: string) => readConfig({ ...required, REDIS_URL: url }).redis;

describe('REDIS_URL', () => {
  test('is off by default', () => {
    expect(readConfig(required).redis).toBeUndefined();
    expect(redisOf(' ')).toBeUndefined();
  });

  test.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0, tls: false }],
    ['redis://cache.example:80/', { host: 'cache.example', port: 80, db: 0 }],
    ['rediss://cache.example:6380/15', { host: 'cache.example', port: 6380, db: 15, tls: true }],
    ['redis://[::1]:6379', { host: '::1' }],
    ['redis://:only%20a%2Fpassword@localhost', { username: undefined, password: 'only a/password' }],
    ['redis://app:p%25%40@localhost', { username: 'app', password: 'p%@' }],
    ['redis://:ünî@localhost', { password: 'ünî' }],
  ])('accepts %s', (url, expected) => {
    expect(redisOf(url)).toMatchObject(expected);
  });

  test.each([
    'localhost:6379',
    'http://localhost:6379',
    'redis://',
    'redis:///0',
    'redis://localhost:65536',
    'redis://localhost/zero',
    'redis://localhost/0/1',
    'redis://localhost?family=6',
    'redis://:hunter2#3@localhost',
    'redis://:hunter2?3@localhost',
    'redis://:hunter2/3@localhost',
    'redis://:hunter2%@localhost',
  ])('rejects %s without quoting it', (url) => {
    expect.assertions(3);
    try {
      redisOf(url);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      const { problems } = error as ConfigError;
      expect(problems).toEqual([expect.stringMatching(/^REDIS_URL must be like redis:\/\//)]);
      expect(problems[0]).not.toMatch(/hunter2|localhost/);
    }
  });
});
