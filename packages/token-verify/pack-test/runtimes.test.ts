import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mintRows } from './conformance/rows.ts';
import { createPackedProject, type PackedProject } from './packed-project.ts';
import { installRuntimes, RUNTIMES, runSuite, versionOf, writeSuite } from './runtimes.ts';

let project: PackedProject;
beforeAll(async () => {
  project = await createPackedProject();
  await installRuntimes();
  await writeSuite(project.folder);
});
afterAll(() => project?.remove());

const { genuine, hostile } = mintRows();

describe('the packed verifier passes the conformance suite', () => {
  test.each(RUNTIMES)('on $name', async (runtime) => {
    const { passed, failures, milliseconds } = await runSuite(project.folder, runtime);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(genuine.length + hostile.length);
    console.log(`${runtime.name} ${await versionOf(runtime)}: ${passed} checks in ${milliseconds} ms`);
  });
});
