import type { SessionTokenResponse } from '@session-token/shared';
import type { ComponentChild } from 'preact';
import { helpFor, remedyWithoutHelp } from '../../contract/code-help.ts';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Exchange } from '../../contract/exchange.ts';
import type { Culprit } from '../model/culprit.ts';
import { nameOf, type Outcome } from '../model/outcome.ts';

export interface OutcomeText {
  tone: string;
  icon: string;
  title: ComponentChild;
  text: string;
  /** Where it failed. */
  where?: ComponentChild;
  /** The advice on what to do. */
  advice?: string | undefined;
}

export interface OutcomeContext {
  culprit?: Culprit | undefined;
  /** Origin of the developer's own server. Default: `apps/server`. */
  api?: string | undefined;
}

/** The outcome in words: what failed, where, and what to do about it. */
export function outcomeText(outcome: Outcome, { culprit, api }: OutcomeContext = {}): OutcomeText {
  switch (outcome.kind) {
    case 'waiting':
      return {
        tone: 'idle',
        icon: 'refresh',
        title: 'No request yet',
        text: 'The extension has not called the server.',
      };
    case 'pending': {
      return {
        tone: 'idle',
        icon: 'refresh',
        title: outcome.exchange.preflight ? 'Waiting for the preflight…' : 'Waiting for the response…',
        text: `${nameOf(outcome.exchange)} is pending.`,
      };
    }
    case 'verified':
      return {
        tone: 'good',
        icon: 'check-circle',
        title: api === undefined ? 'Verified' : 'Accepted',
        text: outcome.session
          ? `Authenticated as ${callerOf(outcome.session)} of ${outcome.session.shop}.`
          : acceptedText(outcome.exchange, api),
      };
    case 'rejected':
      return rejectedText(outcome, { culprit, api });
    case 'answered': {
      const { exchange } = outcome;
      return {
        tone: 'warn',
        icon: 'alert-triangle',
        title: `Response ${exchange.status}`,
        text: `${serverName(api)} responded with ${exchange.status}, which says nothing about the token.`,
        where: nameOf(exchange),
        advice: injectedAdvice(exchange) ?? "See the response in the network log, and the server's own log.",
      };
    }
    case 'unreachable':
      return {
        tone: 'bad',
        icon: 'alert-triangle',
        title: 'Unreachable',
        text: `${outcome.exchange.failure}. The extension gets a TypeError without a reason.`,
        where: `On the way to the server, at ${nameOf(outcome.exchange)}`,
        advice: injectedAdvice(outcome.exchange),
      };
    case 'blocked':
      return {
        tone: 'bad',
        icon: 'lock',
        title: 'Blocked by the browser',
        text: outcome.reason,
        where: `In the browser, at the response to ${nameOf(outcome.exchange)}`,
        advice:
          injectedAdvice(outcome.exchange) ??
          "Fix the server's CORS headers. The extension gets a TypeError without a reason.",
      };
    case 'refused':
      return {
        tone: 'bad',
        icon: 'lock',
        title: 'Not sent',
        text: `The sandbox does not send requests to ${outcome.host}. The extension gets a TypeError that says so.`,
        where: `In the sandbox's proxy, at ${nameOf(outcome.exchange)}`,
        advice: `Start the sandbox with --allow-host ${outcome.host}, if the extension needs this host.`,
      };
    case 'no-network':
      return {
        tone: 'warn',
        icon: 'lock',
        title: 'No network access',
        text: 'fetch() is blocked: network_access is not set in shopify.extension.toml.',
        where: "In the extension's worker, before any request",
        advice: 'Set network_access in the TOML, or turn the Network access control on.',
      };
    case 'no-token':
      return {
        tone: 'warn',
        icon: 'lock',
        title: 'No token',
        text: outcome.message,
        where: "In the extension's worker, before any request",
        advice: 'Show the extension without data, and send no request.',
      };
  }
}

const serverName = (api: string | undefined) => (api === undefined ? 'The server' : `Your server at ${api}`);

/** A 2xx of a foreign server proves an accepted token only if there was one. */
function acceptedText(exchange: Exchange, api: string | undefined): string {
  if (api === undefined) return `The server accepted the token for ${exchange.path}.`;
  const hasToken = 'authorization' in exchange.requestHeaders;
  const token = hasToken ? 'The request had a token.' : 'The request had no Authorization header.';
  return `${serverName(api)} responded with ${exchange.status} to ${nameOf(exchange)}. ${token}`;
}

function rejectedText(
  { code, message, isDocumented, exchange }: Outcome & { kind: 'rejected' },
  { culprit, api }: OutcomeContext,
): OutcomeText {
  const help = code !== undefined && isDocumented ? helpFor(code) : undefined;
  const unknown = `${serverName(api)} rejected the request with ${exchange.status}${message ? `: ${message}` : '.'}`;
  return {
    tone: 'bad',
    icon: 'alert-circle',
    title: (
      <>Rejected {code === undefined ? exchange.status : <Code code={code} isDocumented={isDocumented} />}</>
    ),
    text: help?.description ?? (api === undefined ? (message ?? unknown) : unknown),
    where: culprit ? (
      <CulpritText culprit={culprit} code={code} />
    ) : (
      `${nameOf(exchange)} returned ${exchange.status}`
    ),
    advice: injectedAdvice(exchange) ?? help?.remedy ?? remedyWithoutHelp(code, api !== undefined),
  };
}

const PART_NAMES: Record<Culprit['part'], string> = {
  header: "The token's header",
  payload: "The token's claims",
  signature: "The token's signature",
  token: 'The token',
};

/** Address of a section of docs/troubleshooting.md. */
export const explanationOf = (section: string): string => `${ENDPOINTS.troubleshooting}#${section}`;

/** An error code, with a link to its causes and fixes. */
function Code({ code, isDocumented }: { code: string; isDocumented: boolean }) {
  if (!isDocumented) return <code>{code}</code>;
  return (
    <a href={explanationOf(code)} target="_blank" rel="noreferrer">
      <code>{code}</code>
    </a>
  );
}

/** The part of the token that was rejected. A claim links to the causes and fixes of its code. */
function CulpritText({ culprit, code = '' }: { culprit: Culprit; code?: string | undefined }) {
  const [claim, ...others] = Object.entries(culprit.claims);
  if (!claim) return `${PART_NAMES[culprit.part]}: ${culprit.fault}`;
  const names = [claim, ...others].map(([name], index) => (
    <>
      {index > 0 && ', '}
      <a href={explanationOf(code)} target="_blank" rel="noreferrer">
        <code>{name}</code>
      </a>
    </>
  ));
  return (
    <>
      {names} in the token, expected {claim[1]}
    </>
  );
}

/** The server's log has nothing about a failure that the sandbox injected. */
const injectedAdvice = ({ injected }: Exchange): string | undefined =>
  injected && 'The Server control caused this: set it to Up.';

function callerOf(session: SessionTokenResponse): string {
  if (session.kind === 'staff') return `staff member ${session.userId}`;
  return session.customerId ? `customer ${session.customerId}` : 'a guest';
}
