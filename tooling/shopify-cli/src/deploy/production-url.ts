import { isIP } from 'node:net';

/** Where an address was found, and whether extensions can be built with it. */
export type ProductionUrl =
  | { ok: true; url: string; source: string }
  | { ok: false; problem: string; source?: string };

export interface AppUrlSources {
  /** `APP_URL` of the shell; wins, as it does in the CLI. */
  shell: string | undefined;
  /** `APP_URL` of the file that the CLI reads beside the shell. */
  file: { name: string; value: string | undefined };
}

/** Hosts that live as long as a development session, or lead nowhere. */
const TEMPORARY_HOSTS = [
  /(^|\.)(trycloudflare\.com|ngrok\.io|ngrok\.app|ngrok-free\.app|ngrok-free\.dev|loca\.lt)$/,
  /(^|\.)(localhost|local|test|invalid|example|example\.(com|org|net))$/,
];

/** The address that extensions of a deployment are built with, or why there is none. */
export function findProductionUrl({ shell, file }: AppUrlSources): ProductionUrl {
  const [value, source] = shell?.trim() ? [shell.trim(), 'the shell'] : [file.value?.trim(), file.name];
  if (!value) return { ok: false, problem: `APP_URL is set neither in the shell nor in ${file.name}` };
  const problem = problemOf(value);
  return problem === undefined
    ? { ok: true, url: value, source }
    : { ok: false, problem: `APP_URL of ${source} ${problem}`, source };
}

function problemOf(value: string): string | undefined {
  if (!URL.canParse(value)) return 'is not a URL';
  const { protocol, hostname, username, search, hash } = new URL(value);
  if (protocol !== 'https:') return 'must start with https://: an extension may call nothing else';
  if (username || search || hash) return 'must be an address alone, without a user, a query or a fragment';
  if (isIP(hostname.replace(/^\[|\]$/g, '')))
    return 'is an IP address, which has no certificate that browsers trust';
  const host = hostname.toLowerCase();
  if (TEMPORARY_HOSTS.some((pattern) => pattern.test(host)))
    return 'is of a development session, or a placeholder';
  return undefined;
}

/**
 * What is wrong with `application_url` of the app file, or `undefined`: Shopify resolves the webhooks' `uri`
 * against it and opens it for the merchant, so it must be of the same server.
 */
export function applicationUrlProblem(applicationUrl: unknown, productionUrl: string): string | undefined {
  const value = typeof applicationUrl === 'string' ? applicationUrl : '';
  if (URL.canParse(value) && new URL(value).origin === new URL(productionUrl).origin) return undefined;
  return `application_url is ${value || 'missing'}, and APP_URL is ${productionUrl}: webhooks and merchants would go elsewhere`;
}
