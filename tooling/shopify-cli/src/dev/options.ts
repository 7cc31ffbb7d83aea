import { parseArgs } from 'node:util';

export interface DevOptions {
  /** The developer's own tunnel to the API server: `--api-url`, or `API_URL`. */
  apiUrl?: string;
  /** The folder of the app: `--path`. */
  path?: string;
  /** Whether to open no tunnel at all: `--use-localhost`. */
  useLocalhost: boolean;
  /** Arguments for `shopify app dev`. */
  cliArgs: string[];
}

/**
 * Separates our own option from those of `shopify app dev`.
 *
 * @throws {TypeError} if an extension cannot call the API address
 */
export function parseDevOptions(given: readonly string[], env: NodeJS.ProcessEnv): DevOptions {
  const args = given.filter((argument) => argument !== '--'); // pnpm passes on the one of `pnpm dev:shopify -- …`
  const { values, tokens } = parseArgs({
    args,
    options: {
      'api-url': { type: 'string' },
      path: { type: 'string' },
      'use-localhost': { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  const own = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name !== 'api-url') continue;
    if (!text(token.value)) throw new TypeError('--api-url needs an address: --api-url https://…');
    own.add(token.index);
    if (!token.inlineValue) own.add(token.index + 1);
  }
  const apiUrl = text(values['api-url']) ?? text(env.API_URL);
  const path = text(values.path) ?? text(env.SHOPIFY_FLAG_PATH);
  return {
    ...(apiUrl && { apiUrl: parseApiUrl(apiUrl) }),
    ...(path && { path }),
    useLocalhost: values['use-localhost'] === true || isTrue(env.SHOPIFY_FLAG_USE_LOCALHOST),
    cliArgs: args.filter((_argument, index) => !own.has(index)),
  };
}

/** Boolean variables of the CLI, as oclif reads them. */
const isTrue = (value: string | undefined) => value !== undefined && /^(1|true|yes|y|on)$/i.test(value);

function parseApiUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:') {
    throw new TypeError(
      `The API address must start with https://, because extensions call nothing else: ${text}`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError('The API address must not contain a user, a query or a fragment.');
  }
  return url.href.replace(/\/+$/, '');
}
