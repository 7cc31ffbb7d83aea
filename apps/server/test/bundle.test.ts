import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { createTokenIssuer } from '@session-token/token-issuer';
import { describe, expect, inject, test } from 'vitest';
import { startServerProcess } from './server-process.ts';
import { CLIENT_ID, SECRET } from './test-app.ts';

const folder = inject('bundleFolder');

describe('the production bundle', () => {
  test('is one file next to the notices, and starts in an otherwise empty folder', async () => {
    const files = ['THIRD_PARTY_NOTICES.txt', 'main.js', 'main.js.map', 'sbom.cdx.json'];
    expect((await readdir(folder)).toSorted()).toEqual(files);

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

  describe('the bill of materials', () => {
    test('is valid CycloneDX', async () => {
      const text = await readFile(join(folder, 'sbom.cdx.json'), 'utf8');
      const { specVersion, serialNumber } = JSON.parse(text) as {
        specVersion: Spec.Version;
        serialNumber: string;
      };

      expect(await new Validation.JsonStrictValidator(specVersion).validate(text)).toBeNull();
      expect(serialNumber).toMatch(/^urn:uuid:/);
      const invalid = text.replace('"type": "application"', '"type": "applicatoin"');
      expect(await new Validation.JsonStrictValidator(specVersion).validate(invalid)).not.toBeNull();
    });

    test('lists exactly the packages in the bundle, with their versions and licenses', async () => {
      const { sources } = JSON.parse(await readFile(join(folder, 'main.js.map'), 'utf8')) as {
        sources: string[];
      };
      /** pnpm keeps each package in `<name>@<version>/node_modules/<name>`. */
      const inPath = /\/\.pnpm\/@?[^@/]+@([^/_(]+)[^/]*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;
      const bundled = sources.flatMap((source) => {
        const [, version, name] = inPath.exec(source) ?? [];
        return name ? [`${name}@${version}`] : [];
      });
      const { components } = JSON.parse(await readFile(join(folder, 'sbom.cdx.json'), 'utf8')) as {
        components: Array<{ group?: string; name: string; version: string; licenses?: object[] }>;
      };
      const listed = components.map(
        ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`,
      );

      expect(listed.toSorted()).toEqual([...new Set(bundled)].toSorted());
      expect(listed).toContainEqual(expect.stringMatching(/^jose@\d/));
      expect(components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
    });
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
