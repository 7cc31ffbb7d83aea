import type { SessionTokenResponse } from '@session-token/shared';
import type { ComponentChild } from 'preact';
import { helpFor } from '../../contract/code-help.ts';
import type { Exchange } from '../../contract/exchange.ts';
import type { Outcome } from '../model/outcome.ts';

export interface OutcomeText {
  tone: string;
  icon: string;
  title: ComponentChild;
  text: string;
  advice?: string | undefined;
}

/** The outcome in words, and what to do about it. */
export function outcomeText(outcome: Outcome): OutcomeText {
  switch (outcome.kind) {
    case 'waiting':
      return {
        tone: 'idle',
        icon: 'refresh',
        title: 'No request yet',
        text: 'The extension has not called the server.',
      };
    case 'pending': {
      const { method, path, preflight } = outcome.exchange;
      return {
        tone: 'idle',
        icon: 'refresh',
        title: preflight ? 'Waiting for the preflight…' : 'Waiting for the response…',
        text: `${method} ${path} is pending.`,
      };
    }
    case 'verified':
      return {
        tone: 'good',
        icon: 'check-circle',
        title: 'Verified',
        text: outcome.session
          ? `Authenticated as ${callerOf(outcome.session)} of ${outcome.session.shop}.`
          : `The server accepted the token for ${outcome.exchange.path}.`,
      };
    case 'refused': {
      const { code, message, exchange } = outcome;
      const help = helpFor(code);
      return {
        tone: 'bad',
        icon: 'alert-circle',
        title: (
          <>
            Refused <code>{code}</code>
          </>
        ),
        text: help?.description ?? message,
        advice: injectedAdvice(exchange) ?? help?.remedy,
      };
    }
    case 'unreachable':
      return {
        tone: 'bad',
        icon: 'alert-triangle',
        title: 'Unreachable',
        text: `${outcome.exchange.failure}. The extension gets a TypeError without a reason.`,
        advice: injectedAdvice(outcome.exchange),
      };
    case 'blocked':
      return {
        tone: 'bad',
        icon: 'lock',
        title: 'Blocked by the browser',
        text: outcome.reason,
        advice:
          injectedAdvice(outcome.exchange) ??
          "Fix the server's CORS headers. The extension gets a TypeError without a reason.",
      };
    case 'no-network':
      return {
        tone: 'warn',
        icon: 'lock',
        title: 'No network access',
        text: 'fetch() is refused: network_access is not set in shopify.extension.toml.',
      };
    case 'no-token':
      return { tone: 'warn', icon: 'lock', title: 'No token', text: outcome.message };
  }
}

/** The server's log has nothing about a failure that the sandbox injected. */
const injectedAdvice = ({ injected }: Exchange): string | undefined =>
  injected && 'The Server control caused this: set it to Up.';

function callerOf(session: SessionTokenResponse): string {
  if (session.kind === 'staff') return `staff member ${session.userId}`;
  return session.customerId ? `customer ${session.customerId}` : 'a guest';
}
