import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import { ROOT } from './printed-files.ts';

/** The arguments of release.yml, without the file. */
const ARGUMENTS = ['sbom', '--sbom-format', 'cyclonedx', '--prod', '--exclude-peers'];

test('the bill of materials of token-verify is valid, and lists its dependencies only', async () => {
  const filter = ['--filter', '@session-token/token-verify'];
  const text = execFileSync('pnpm', [...filter, ...ARGUMENTS], { cwd: ROOT, encoding: 'utf8' });
  const { specVersion, metadata, components } = JSON.parse(text);

  expect(specVersion).toBe(Spec.Version.v1dot7);
  expect(await new Validation.JsonStrictValidator(specVersion).validate(text)).toBeNull();
  expect(metadata.component.name).toBe('token-verify');
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'packages/token-verify/package.json'), 'utf8'));
  const listed = components.map(({ group, name }: { group?: string; name: string }) =>
    group ? `${group}/${name}` : name,
  );
  expect(listed).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(listed).toContain('jose');
  expect(listed).not.toContain('fastify');
  expect(readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8')).toContain(ARGUMENTS.join(' '));
}, 60_000);
