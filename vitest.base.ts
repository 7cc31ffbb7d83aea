import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Test settings of every package, with time limits for a busy machine, and a JUnit report that `pnpm check` sums up. */
export default {
  test: {
    // One worker runs all files of a package: starting and importing for each file took a third of the time.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['junit', { outputFile: 'test-results/unit.xml' }]] as [
      string,
      [string, { outputFile: string }],
    ],
  },
};

/**
 * Returns projects that give each test file with this text a separate worker, because it changes modules or globals for
 * all files of its worker. They inherit the settings of the root, which must have no `include`: projects add to it.
 */
export function isolateFilesWith(text: string, folder: string) {
  const found = globSync('test/**/*.test.{ts,tsx}', { cwd: folder }).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes(text),
  );
  return [
    { test: { name: 'shared', include: ['test/**/*.test.{ts,tsx}'], exclude: found } },
    { test: { name: 'isolated', include: found, isolate: true } },
  ];
}
