import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installOnDemand } from '@session-token/on-demand-install';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPackedProject, installedPackages, type PackedProject } from './packed-project.ts';
import { readmeExamples } from './readme-examples.ts';

const TOOLS = fileURLToPath(new URL('./tools/', import.meta.url));

let project: PackedProject;
beforeAll(async () => {
  project = await createPackedProject(
    installedPackages('fastify', 'hono', 'express', 'typescript', '@types/node', '@types/express'),
  );
  await installOnDemand(TOOLS, 'publint and attw (37 MB)');
});
afterAll(() => project?.remove());

const tool = (name: string) => join(TOOLS, 'node_modules/.bin', name);
const read = (path: string) => readFileSync(join(project.package, path), 'utf8');

describe('the tarball', () => {
  test('depends on jose only, and names the license and the changes', () => {
    const { dependencies, peerDependenciesMeta } = JSON.parse(read('package.json'));
    expect(dependencies).toEqual({ jose: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(peerDependenciesMeta).toEqual({ fastify: { optional: true }, hono: { optional: true } });
    expect(read('LICENSE')).toContain('MIT License');
    expect(read('CHANGELOG.md')).toContain(`## ${JSON.parse(read('package.json')).version}`);
  });

  test('names no package of the workspace, and nothing that can mint a token', () => {
    const files = globSync('dist/*', { cwd: project.package });
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      expect(read(file), file).not.toMatch(/@session-token\/|typebox|SignJWT|CompactSign/);
      if (!file.includes('explain')) expect(read(file), file).not.toMatch(/\bsign\(/);
    }
  });

  test('is clean by publint and attw', async () => {
    expect(await project.run(tool('publint'), [project.tarball, '--strict'])).toContain('All good!');
    // attw exits with 1 for any problem. ES modules only, like jose: `require` works on every supported Node.js, and CommonJS types do not exist.
    const output = await project.run(tool('attw'), [project.tarball, '--profile', 'esm-only']);
    expect(output).toContain('node16 (from ESM): 🟢 (ESM)');
  });
});

const JAVASCRIPT = `// @ts-check
import { createSessionTokenVerifier, SessionTokenError } from '@session-token/token-verify';

/** @param {string} token */
export async function callerOf(token) {
  const verifier = createSessionTokenVerifier({ clientId: 'id', secrets: ['secret'] });
  try {
    const session = await verifier.verify(token);
    // @ts-expect-error the kind must be checked first
    session.userId.trim();
    // @ts-expect-error a guest has no customer id
    if (session.kind === 'buyer') session.customerId.trim();
    return session.kind === 'staff' ? session.userId.trim() : session.claims.dest.trim();
  } catch (error) {
    if (!(error instanceof SessionTokenError)) throw error;
    // @ts-expect-error no such code
    if (error.code === 'no_such_code') return '';
    return error.code.trim();
  }
}
`;

describe.each([
  ['bundler', 'esnext'],
  ['node16', 'node16'],
])('tsc with moduleResolution %s', (moduleResolution, module) => {
  test('accepts the examples of the README, and JavaScript', async () => {
    for (const [name, code] of Object.entries(readmeExamples())) project.write(`${name}.ts`, code);
    project.write('javascript.js', JAVASCRIPT);
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      checkJs: true,
      noEmit: true,
      skipLibCheck: true,
    };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts', '*.js'] }));
    await project.run('npx', ['tsc']);
  });

  test('accepts the declarations themselves', async () => {
    const compilerOptions = { module, moduleResolution, target: 'es2022', lib: ['es2022'], types: ['node'] };
    project.write(
      'lib/index.ts',
      "export type * from '@session-token/token-verify';\nexport type * from '@session-token/token-verify/express';\nexport type * from '@session-token/token-verify/http';\nexport type * from '@session-token/token-verify/fetch';\nexport type * from '@session-token/token-verify/explain';\n",
    );
    project.write(
      'lib/tsconfig.json',
      JSON.stringify({
        compilerOptions: { ...compilerOptions, strict: true, noEmit: true, skipLibCheck: false },
      }),
    );
    await project.run('npx', ['tsc', '-p', 'lib']);
  });
});
