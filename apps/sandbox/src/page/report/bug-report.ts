import type { Versions } from '../../contract/live-events.ts';
import type { PageReport, ReportedRequest } from '../../contract/report.ts';
import { DEFAULT_STATE, formatUrlState, type UrlState } from '../../contract/url-state.ts';
import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import { decodeUnverified } from '../model/unverified-token.ts';
import { plainJson } from './plain-json.ts';

export interface BugReportFacts {
  report: PageReport;
  /** The controls. */
  url: UrlState;
  /** Origin of the page. */
  origin: string;
  versions?: Versions | undefined;
  browser: string;
  /** Whether the server is the developer's own (`--api`): its messages may contain anything. */
  isForeign: boolean;
  /** The latest token. */
  token?: string | undefined;
  /** Texts that must not be published, such as the key of this run. */
  secrets: readonly string[];
}

/**
 * Formats a run as Markdown that may be published: without keys, signatures and claims, and without values that people
 * have typed into controls.
 */
export function bugReport(facts: BugReportFacts): string {
  const { report, url, origin, versions, browser, isForeign, token } = facts;
  const { extension, target, outcome, requests, graphql } = report;
  const settings = Object.keys(url.settings);
  const lines = [
    `### Session token sandbox: ${outcome.title}`,
    '',
    `- **Page:** ${origin}/${formatUrlState(publicState(url))}`,
    ...(settings.length > 0 ? [`- **Settings, without values:** ${settings.join(', ')}`] : []),
    ...(extension
      ? [
          `- **Extension:** ${extension.handle}, \`${target ?? 'no target'}\`, API version ${extension.apiVersion}`,
        ]
      : []),
    `- **Versions:** sandbox ${versions?.sandbox ?? 'unknown'}, Node ${versions?.node ?? 'unknown'}, ${browser}`,
    `- **Server:** ${isForeign ? 'own (`--api`)' : 'built-in'}`,
    '',
    `**Outcome:** ${outcome.title}${hasOwnWords(facts) ? '' : `. ${withoutQueries(outcome.what)}`}`,
    ...(outcome.where ? [`- **Where:** ${withoutQueries(outcome.where)}`] : []),
    ...(outcome.fix ? [`- **Fix:** ${withoutQueries(outcome.fix)}`] : []),
    '',
    '| request | status | time | CORS | token |',
    '| --- | --- | --- | --- | --- |',
    ...requests.map(requestRow),
    ...graphql.map(
      ({ api, version, operation, status, durationMs }) =>
        `| ${code(`${api} ${version} ${operation}`)} | ${status ?? 'none'} | ${time(durationMs)} | – | – |`,
    ),
    ...(token ? ['', tokenLine(token)] : []),
  ];
  return `${redact(lines.join('\n'), facts)}\n`;
}

/** The controls without anything that people have typed: numbers of persons, and settings. */
function publicState(state: UrlState): UrlState {
  return {
    ...state,
    ...(state.customer !== undefined && { customer: DEFAULT_CUSTOMER }),
    ...(state.staff !== undefined && { staff: DEFAULT_STATE.user }),
    ...(state.path !== undefined && { path: withoutValues(state.path) }),
    user: DEFAULT_STATE.user,
    settings: {},
  };
}

/** Whether the outcome quotes the caller's numbers, or another server's message. */
const hasOwnWords = ({ report: { outcome }, isForeign }: BugReportFacts): boolean =>
  outcome.kind === 'verified' || (outcome.kind === 'rejected' && isForeign);

function requestRow({ method, url, status, failure, durationMs, cors, hasAuthorization }: ReportedRequest) {
  const request = code(`${method} ${withoutValues(url)}`);
  const result = status ?? (failure === undefined ? 'pending' : 'none');
  return `| ${request} | ${result} | ${time(durationMs)} | ${cors} | ${hasAuthorization ? 'shortened' : 'none'} |`;
}

const time = (ms?: number) => (ms === undefined ? '–' : `${ms} ms`);

/** Keeps the names of a query's parameters: `/search?q=…`. */
function withoutValues(url: string): string {
  const [path = '', query] = url.split('#')[0]!.split(/\?(.*)/s);
  if (!query) return path;
  return `${path}?${[...new URLSearchParams(query).keys()].map((name) => `${name}=…`).join('&')}`;
}

const withoutQueries = (text: string) => text.replaceAll(/\S*\/\S*\?\S+/g, withoutValues);

/** Code in a cell of a table. */
const code = (text: string) =>
  `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').replaceAll(/\s/g, ' ')}\``;

/** Describes a token without anything usable or personal: by the start of its header and the names of its claims. */
function tokenLine(token: string): string {
  const decoded = decodeUnverified(token);
  const claims = decoded ? Object.keys(decoded.claims).sort().join(', ') : 'cannot be decoded';
  return `**Latest token:** \`${token.slice(0, 12)}…\`, ${token.length} characters, ${String(decoded?.header.alg)}, claims: ${claims}`;
}

/** Shorter settings, such as `true` or `5`, disclose nothing, and occur in other words. */
const MIN_SETTING_LENGTH = 6;

/** Removes everything that must not be published, whatever part of the report it is in. */
function redact(text: string, { url: { customer, user, staff, settings }, secrets }: BugReportFacts): string {
  const typed = Object.values(settings).filter((value) => value.length >= MIN_SETTING_LENGTH);
  let redacted = plainJson(text);
  for (const secret of [...secrets, ...typed].filter(Boolean)) redacted = redacted.replaceAll(secret, '…');
  for (const number of [customer, user, staff]) {
    if (number === undefined || number === DEFAULT_CUSTOMER || number === DEFAULT_STATE.user) continue;
    redacted = redacted.replaceAll(new RegExp(`\\b${number}\\b`, 'g'), '…');
  }
  return redacted;
}
