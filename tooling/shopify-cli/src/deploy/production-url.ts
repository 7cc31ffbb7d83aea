import { isIP } from 'node:net';
import { temporaryHostProblem } from './temporary-hosts.ts';

/** A production address and its source, or the reason why extensions cannot be built with it. */
export type ProductionUrl =
  | { ok: true; url: string; source: string }
  | { ok: false; problem: string; source?: string };

export interface AppUrlSources {
  /** `APP_URL` of the shell; wins, as it does in the CLI. */
  shell: string | undefined;
  /** `APP_URL` of the file that the CLI reads as well. */
  file: { name: string; value: string | undefined };
}

/** Finds the address for the extensions of a deployment, or the reason why it has none. */
export function findProductionUrl({ shell, file }: AppUrlSources): ProductionUrl {
  const [value, source] = shell?.trim() ? [shell.trim(), 'the shell'] : [file.value?.trim(), file.name];
  if (!value) return { ok: false, problem: `APP_URL is set neither in the shell nor in ${file.name}` };
  const problem = urlProblem(value) ?? pathProblem(value);
  return problem === undefined
    ? { ok: true, url: value, source }
    : { ok: false, problem: `APP_URL of ${source} ${problem}`, source };
}

/** Returns why an address is not a production server's, or `undefined`. Never quotes credentials. */
function urlProblem(value: string): string | undefined {
  if (!URL.canParse(value)) return 'is not a URL';
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (protocol !== 'https:') return 'must start with https://: an extension may call nothing else';
  if (username || password || search || hash)
    return 'must be an address alone, without a user, a query or a fragment';
  if (isIP(hostname.replace(/^\[|\]$/g, '')))
    return 'is an IP address, which has no certificate that browsers trust';
  return temporaryHostProblem(hostname);
}

/** Rejects a path, because extensions add `/api/…` themselves. */
function pathProblem(value: string): string | undefined {
  return /\/api\/*$/.test(new URL(value).pathname) ? 'must not end in /api: extensions add that' : undefined;
}

/**
 * Returns the problem of the configuration's `application_url`. Shopify resolves the webhooks' `uri` against it
 * and opens it for the merchant. An address on another host than the extensions' is only worth a warning.
 */
export function checkApplicationUrl(
  applicationUrl: unknown,
  productionUrl: string,
): { problem?: string; warning?: string } {
  if (typeof applicationUrl !== 'string' || !applicationUrl) return { problem: 'application_url is missing' };
  const problem = urlProblem(applicationUrl);
  if (problem) return { problem: `application_url ${problem}` };
  if (new URL(applicationUrl).host === new URL(productionUrl).host) return {};
  return {
    warning: `application_url is ${applicationUrl}, and APP_URL is ${productionUrl}. Webhooks and merchants go to the first, extensions to the second. Is that what you want?`,
  };
}
