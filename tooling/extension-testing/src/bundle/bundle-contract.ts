import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { bundleExtension } from '@session-token/extension-bundler';
import { describe, expect, test } from 'vitest';

const bundles = new Map<string, ReturnType<typeof build>>();

/** Bundles as the CLI does, once for all tests with the same environment. Rejects if the extension does not compile. */
export function bundleOf(directory: string, env: Record<string, string> = {}) {
  const key = JSON.stringify([directory, env]);
  const bundle = bundles.get(key) ?? build(directory, env);
  bundles.set(key, bundle);
  return bundle;
}

async function build(directory: string, env: Record<string, string>) {
  const outcome = await bundleExtension({ directory, env });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ text }) => text).join('\n'));
  return outcome.bundle;
}

export interface BundleContract {
  /** Folder of the extension. */
  directory: string;
  targets: readonly string[];
  networkAccess: boolean;
  maxBrotliBytes: number;
}

const CANARY = 'canary-9f86d081884c7d65';
const APP_URL = 'https://app.example.com';

/** Tests the manifest and the bundle of an extension. */
export function testBundle(contract: BundleContract): void {
  const { directory, targets, maxBrotliBytes } = contract;
  const codeOf = async (env?: Record<string, string>) => (await bundleOf(directory, env)).code;

  test('the manifest has the capabilities that the extension needs, and an API version that exists', async () => {
    const { manifest } = await bundleOf(directory);
    expect(manifest).toMatchObject({
      apiVersion: '2026-07',
      uid: expect.stringMatching(/^[\da-f-]{36}$/),
      name: 't:name',
      targets: targets.map((target) => ({ target })),
      capabilities: { networkAccess: contract.networkAccess, apiAccess: false, blockProgress: false },
      // No settings: a merchant must not decide where tokens go.
      settings: [],
    });
  });

  describe('the bundle', () => {
    test.each(targets)('registers %s', async (target) => {
      expect(await codeOf()).toContain(`shopify.extend("${target}"`);
    });

    test('contains no process.env when APP_URL is set', async () => {
      expect(await codeOf({ APP_URL })).not.toContain('process');
    });

    test('names APP_URL once, and no other variable', async () => {
      const code = await codeOf();
      expect(code.match(/process\S{0,12}/g)).toEqual([expect.stringMatching(/^process\.env\.APP/)]);
    });

    test('contains no secret of the build environment', async () => {
      const code = await codeOf({ SHOPIFY_API_SECRET: CANARY, APP_URL });
      expect(code).toContain(APP_URL);
      expect(code).not.toContain(CANARY);
    });

    test('contains only the expected packages, and no code of the server', async () => {
      const packages = (await bundleOf(directory)).inputFiles.map((file) =>
        file.includes('/node_modules/')
          ? file.match(/.*\/node_modules\/((@[^/]+\/)?[^/]+)/)![1]
          : file.match(/(packages|apps)\/[^/]+/)![0],
      );
      expect([...new Set(packages)].sort()).toEqual([
        '@preact/signals',
        '@preact/signals-core',
        '@shopify/ui-extensions',
        `apps/${basename(directory)}`,
        'packages/extension-client',
        'packages/extension-ui',
        'preact',
      ]);
    });

    test(`has at most ${maxBrotliBytes} bytes, Brotli-compressed as Shopify counts`, async () => {
      const code = Buffer.from(await codeOf({ APP_URL }));
      expect(brotliCompressSync(code).byteLength).toBeLessThanOrEqual(maxBrotliBytes);
    });
  });
}
