import { expect, test } from 'vitest';
import { readDocument as read } from './printed-files.ts';

const compose = read('compose.yaml');

test('compose passes on every setting of the server, except paths on its disk', () => {
  const settings = [...read('.env.example').matchAll(/^([A-Z_]+)(?<!_FILE)=/gm)].map(([, name]) => name);
  const passed = [...compose.matchAll(/^ {6}([A-Z_]+): /gm)].map(([, name]) => name);

  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((name) => !passed.includes(name))).toEqual([]);
});

test('compose puts no variable into a URL, whose special characters would break it', () => {
  expect(compose).toMatch(/^ {6}DATABASE_URL: \S+$/m);
  expect(compose.match(/^.*:\/\/.*\$.*$/m)).toBeNull();
});

test('the image runs as a user that Kubernetes recognizes as non-root', () => {
  const users = [...read('Dockerfile').matchAll(/^USER (.*)$/gm)].map(([, user]) => user);
  expect(users).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
});

test('the image installs packages in a layer that only the lockfile and the manifests of the root change', () => {
  const build = read('Dockerfile').split('\n');
  const fetch = build.findIndex((line) => / fetch$/.test(line));
  const copied = build.slice(0, fetch).filter((line) => line.startsWith('COPY '));
  expect(copied).toEqual(['COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./']);
});
