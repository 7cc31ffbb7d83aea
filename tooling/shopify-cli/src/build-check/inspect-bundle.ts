import { brotliCompressSync, deflateSync } from 'node:zlib';

/** Shopify's limit for one compressed extension bundle, enforced at deploy only (Shopify, UI extensions). */
export const COMPRESSED_LIMIT_BYTES = 64 * 1024;

export interface InspectedBundle {
  /** The script that the CLI wrote. */
  code: string;
  /** The targets of the manifest, such as `purchase.checkout.block.render`. */
  targets: readonly string[];
  /** Values of the build environment that must not be in the bundle. */
  secrets: Readonly<Record<string, string>>;
  /** The same extension from `@session-token/extension-bundler`. */
  ownCode: string;
  /** Default: `COMPRESSED_LIMIT_BYTES`. */
  limitBytes?: number;
}

/** Returns the problems of a bundle that the CLI built, one line each, without any secret's value. */
export function inspectBundle(bundle: InspectedBundle): string[] {
  const { code, targets, secrets, ownCode, limitBytes = COMPRESSED_LIMIT_BYTES } = bundle;
  const problems: string[] = [];
  for (const target of targets) {
    if (!code.includes(`shopify.extend("${target}"`)) problems.push(`does not register ${target}`);
  }
  if (code.includes('process.env')) problems.push('reads process.env, which throws in a worker');
  for (const [name, value] of Object.entries(secrets)) {
    if (code.includes(value)) problems.push(`contains the value of ${name}`);
  }
  const bytes = compressedBytes(code);
  if (bytes > limitBytes) problems.push(`has ${bytes} bytes compressed; Shopify accepts ${limitBytes}`);
  if (withoutSourceMapLine(code) !== withoutSourceMapLine(ownCode)) {
    problems.push(
      'differs from the bundle of tooling/extension-bundler, which the tests and the sandbox run',
    );
  }
  return problems;
}

/** Returns the larger size of the two compressions that Shopify's tools have used. */
export function compressedBytes(code: string): number {
  return Math.max(
    brotliCompressSync(code).byteLength,
    deflateSync(Buffer.from(code), { level: 9 }).byteLength,
  );
}

/** The CLI's bundle ends in a reference to its source map. */
function withoutSourceMapLine(code: string): string {
  return code.replace(/\n\/\/# sourceMappingURL=\S+\n?$/, '\n');
}
