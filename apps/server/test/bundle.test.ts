import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { createTokenIssuer } from '@session-token/token-issuer';
import { describe, expect, inject, test } from 'vitest';
import { startServerProcess } from './server-process.ts';
import { CLIENT_ID, SECRET } from './test-app.ts';

const folder = inject('bundleFolder');
const ON_DEMAND = ['postgres.js', 'redis.js', 'tracing.js'];
const WITH_SOURCES = ['main.js', 'shared.js', ...ON_DEMAND];
const CODE = [...WITH_SOURCES, 'rolldown-runtime.js'];

async function sourcesOf(file: string): Promise<string[]> {
  return JSON.parse(await readFile(join(folder, `${file}.map`), 'utf8')).sources;
}

const allSources = async () => (await Promise.all(WITH_SOURCES.map(sourcesOf))).flat();

describe('the production bundle', () => {
  test('consists of main.js, the code that it loads on demand, and the notices', async () => {
    const maps = WITH_SOURCES.map((file) => `${file}.map`);
    const files = [...CODE, ...maps, 'THIRD_PARTY_NOTICES.txt', 'package.json', 'sbom.cdx.json'];
    expect((await readdir(folder)).toSorted()).toEqual(files.toSorted());
  });

  test('starts in an empty folder, and loads code on demand only if a setting asks for it', async () => {
    const alone = await mkdtemp(join(tmpdir(), 'server-alone-'));
    for (const file of CODE.filter((file) => !ON_DEMAND.includes(file)))
      await copyFile(join(folder, file), join(alone, file));
    const entry = join(alone, 'main.js');
    const server = await startServerProcess({ entry, cwd: alone });
    const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET });
    const headers = { authorization: `Bearer ${mint()}` };
    const response = await fetch(`${server.url}/api/session-token`, { headers });
    server.child.kill('SIGTERM');

    expect(response.status).toBe(200);
    expect(await server.exited).toBe(0);
    for (const [file, env] of [
      ['postgres.js', { DATABASE_URL: 'postgres://127.0.0.1:9/app' }],
      ['redis.js', { REDIS_URL: 'redis://127.0.0.1:9' }],
      ['tracing.js', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }],
    ] as const) {
      const failed = await startServerProcess({ entry, cwd: alone, env });
      expect(await failed.exited).not.toBe(0);
      expect(failed.output()).toMatch(
        new RegExp(`ERR_MODULE_NOT_FOUND.*${file}|${file}.*ERR_MODULE_NOT_FOUND`, 's'),
      );
    }
    await rm(alone, { recursive: true });
  });

  test('has no OpenTelemetry SDK in main.js', async () => {
    const sources = [...(await sourcesOf('main.js')), ...(await sourcesOf('shared.js'))];
    // prom-client contains the API, which does nothing without the SDK.
    expect(sources.filter((source) => /@opentelemetry\/(?!api\/)|src\/.*tracing/.test(source))).toEqual([]);
  });

  test.each([...ON_DEMAND, 'shared.js'])('%s does not import main.js, which may await it', async (file) => {
    const code = await readFile(join(folder, file), 'utf8');
    const imported = [...code.matchAll(/^import .*from "(\.[^"]+)"|import\("(\.[^"]+)"\)/gm)].map(
      ([, a, b]) => a ?? b,
    );
    expect(imported.filter((path) => path !== './shared.js' && path !== './rolldown-runtime.js')).toEqual([]);
  });

  test('is plain ASCII, which V8 stores with one byte per character', async () => {
    for (const file of CODE) expect(await readFile(join(folder, file), 'utf8')).not.toMatch(/[^\0-\x7f]/);
  });

  test('has the notice of every bundled package', async () => {
    const sources = await allSources();
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
      const sources = await allSources();
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
    const sources = await allSources();

    expect(sources.filter((source) => source.includes('token-verify/src')).length).toBeGreaterThan(0);
    expect(
      sources.filter((source) => /token-issuer|\/test\/|swagger-ui|pino-pretty|src\/dev/.test(source)),
    ).toEqual([]);
    for (const file of CODE)
      expect(await readFile(join(folder, file), 'utf8')).not.toMatch(/createTokenIssuer|SignJWT|signToken/);
  });
});
