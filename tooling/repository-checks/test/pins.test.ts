import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unpinnedActions, unpinnedImages } from '../src/pins.ts';
import { ROOT, readDocument as read } from './printed-files.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const COMMIT = '0b'.repeat(20);
const find = (pattern: string[]) => globSync(pattern, { cwd: ROOT }).toSorted();

describe('what a build takes from elsewhere', () => {
  test.each(find(['Dockerfile', '.devcontainer/Dockerfile', 'compose.yaml']))(
    '%s names images by digest',
    (path) => {
      expect(read(path)).toContain('@sha256:');
      expect(unpinnedImages(read(path))).toEqual([]);
    },
  );

  test('the dev container is built from its Dockerfile only', () => {
    expect(read('.devcontainer/devcontainer.json')).not.toMatch(/"(?:image|features)"/);
  });

  test.each(find(['.github/workflows/*.yml']))('%s names actions by commit, and its permissions', (path) => {
    expect(unpinnedActions(read(path))).toEqual([]);
    expect(read(path)).toMatch(/^permissions:/m);
    expect(read(path)).not.toMatch(/write-all|pull_request_target/);
  });

  test('all workflows use one version of each action', () => {
    const pins = find(['.github/workflows/*.yml']).flatMap(
      (path) => read(path).match(/[\w/-]+@[\da-f]{40}/g) ?? [],
    );
    const actions = new Set(pins.map((pin) => pin.split('@')[0]));
    expect(actions.size).toBeGreaterThan(5);
    expect(new Set(pins).size).toBe(actions.size);
  });

  test('the dev container and the image have the same base', () => {
    const base = (path: string) => /^FROM (node:\S+)/m.exec(read(path))?.[1];
    expect(base('.devcontainer/Dockerfile')).toBe(base('Dockerfile'));
  });
});

test('finds images without a digest', () => {
  expect(unpinnedImages(`FROM node:24@${DIGEST} AS build\nFROM build\nCOPY --from=build /a /b`)).toEqual([]);
  expect(unpinnedImages(`services:\n  a:\n    image: postgres:18@${DIGEST}`)).toEqual([]);
  expect(unpinnedImages(`FROM node:24@${DIGEST.slice(0, -1)}`)).toHaveLength(1);
  expect(unpinnedImages('FROM node:24 AS build\nCOPY --from=nginx:1 /a /b')).toEqual(['node:24', 'nginx:1']);
  expect(unpinnedImages('services:\n  a:\n    image: postgres')).toEqual(['postgres']);
});

test('finds actions without a commit or its version', () => {
  expect(unpinnedActions(`- uses: a/b@${COMMIT} # v1.2.3\n  uses: ./.github/workflows/ci.yml`)).toEqual([]);
  for (const pin of ['v4', COMMIT, `${COMMIT.slice(1)} # v1.2.3`, `${COMMIT} # v4`])
    expect(unpinnedActions(`- uses: a/b@${pin}`), pin).toHaveLength(1);
});
