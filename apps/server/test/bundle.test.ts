import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenIssuer } from '@session-token/token-issuer';
import { describe, expect, inject, test } from 'vitest';
import { startServerProcess } from './server-process.ts';
import { CLIENT_ID, SECRET } from './test-app.ts';

const folder = inject('bundleFolder');

describe('the production bundle', () => {
  test('is one file next to the notices, and starts in an otherwise empty folder', async () => {
    expect((await readdir(folder)).toSorted()).toEqual(['THIRD_PARTY_NOTICES.txt', 'main.js', 'main.js.map']);

    const server = await startServerProcess({ cwd: folder });
    const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET });
    const headers = { authorization: `Bearer ${mint()}` };
    const response = await fetch(`${server.url}/api/session-token`, { headers });
    server.child.kill('SIGTERM');

    expect(response.status).toBe(200);
    expect(await server.exited).toBe(0);
  });

  test('is plain ASCII, which V8 stores with one byte per character', async () => {
    expect(await readFile(join(folder, 'main.js'), 'utf8')).not.toMatch(/[^\0-\x7f]/);
  });

  test('has the notice of every bundled package', async () => {
    const { sources } = JSON.parse(await readFile(join(folder, 'main.js.map'), 'utf8')) as {
      sources: string[];
    };
    const bundled = sources.flatMap(
      (source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [],
    );
    const notices = await readFile(join(folder, 'THIRD_PARTY_NOTICES.txt'), 'utf8');

    expect(new Set(bundled).size).toBeGreaterThan(30);
    expect(
      [...new Set(bundled)].filter(
        (name) => !notices.includes(`\n${name} `) && !notices.startsWith(`${name} `),
      ),
    ).toEqual([]);
  });

  test('cannot mint tokens: contains no token issuer, test or development code', async () => {
    const { sources } = JSON.parse(await readFile(join(folder, 'main.js.map'), 'utf8')) as {
      sources: string[];
    };

    expect(sources.filter((source) => source.includes('token-verify/src')).length).toBeGreaterThan(0);
    expect(
      sources.filter((source) => /token-issuer|\/test\/|swagger-ui|pino-pretty|src\/dev/.test(source)),
    ).toEqual([]);
    expect(await readFile(join(folder, 'main.js'), 'utf8')).not.toMatch(
      /createTokenIssuer|SignJWT|signToken/,
    );
  });
});
