import type { SessionTokenResponse } from '@session-token/shared';
import type { ComponentChild } from 'preact';
import { helpFor } from '../../contract/code-help.ts';
import { hasFault, TOKEN_FAULT_TEXTS, type TokenFault } from '../../contract/token-faults.ts';
import { Icon } from '../elements/icon.tsx';
import type { Bench } from '../model/bench.ts';
import type { Verdict } from '../model/verdict.ts';
import { Trip } from './trip.tsx';

/** How the newest trip ended, in words, with its way. */
export function VerdictCard({ bench }: { bench: Bench }) {
  const verdict = bench.verdict.value;
  const { tone, icon, title, text, advice } = verdictText(verdict);
  const { fault } = bench.url.value;
  return (
    <section
      class={`card verdict ${tone}`}
      aria-label="Verdict"
      aria-live="polite"
      data-verdict={verdict.kind}
    >
      <div class="verdict-head">
        <span class="verdict-icon">
          <Icon name={icon} />
        </span>
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
          {advice && <p class="advice">{advice}</p>}
          {fault && hasFault(bench.surface.value, fault) && <Expectation fault={fault} verdict={verdict} />}
        </div>
      </div>
      <Trip bench={bench} />
    </section>
  );
}

/** Whether the server answered as it must to a token with that fault. */
function Expectation({ fault, verdict }: { fault: TokenFault; verdict: Verdict }) {
  const { title, what, code } = TOKEN_FAULT_TEXTS[fault];
  const surprise =
    (verdict.kind === 'verified' && code) || (verdict.kind === 'refused' && code && code !== verdict.code);
  return (
    <p class={surprise ? 'fault-note surprise' : 'fault-note'}>
      <b>{title}.</b> {what}{' '}
      {surprise ? <b>Expected {code}.</b> : code === verdictCode(verdict) && 'As expected.'}
    </p>
  );
}

const verdictCode = (verdict: Verdict) => (verdict.kind === 'refused' ? verdict.code : '');

interface VerdictText {
  tone: string;
  icon: string;
  title: ComponentChild;
  text: string;
  advice?: string | undefined;
}

function verdictText(verdict: Verdict): VerdictText {
  switch (verdict.kind) {
    case 'waiting':
      return {
        tone: 'idle',
        icon: 'refresh',
        title: 'No call yet',
        text: 'The extension has not called the server.',
      };
    case 'verified':
      return {
        tone: 'good',
        icon: 'check-circle',
        title: 'Verified',
        text: verdict.session
          ? `The server knows: ${who(verdict.session)}, at ${verdict.session.shop}.`
          : `The server took the token for ${verdict.exchange.path}.`,
      };
    case 'refused':
      return {
        tone: 'bad',
        icon: 'alert-circle',
        title: (
          <>
            Refused <code>{verdict.code}</code>
          </>
        ),
        text: helpFor(verdict.code)?.means ?? verdict.message,
        advice: helpFor(verdict.code)?.todo,
      };
    case 'unreachable':
      return {
        tone: 'bad',
        icon: 'alert-triangle',
        title: 'Unreachable',
        text: `${verdict.exchange.failure}. The extension sees a TypeError, with no reason in it.`,
      };
    case 'blocked':
      return {
        tone: 'bad',
        icon: 'lock',
        title: 'Blocked by the browser',
        text: verdict.reason,
        advice: 'Mend the CORS headers of the server. The extension sees a TypeError, with no reason in it.',
      };
    case 'no-network':
      return {
        tone: 'warn',
        icon: 'lock',
        title: 'No network access',
        text: 'fetch() is refused: network_access is not set in shopify.extension.toml.',
      };
    case 'no-token':
      return { tone: 'warn', icon: 'lock', title: 'No token', text: verdict.message };
  }
}

function who(session: SessionTokenResponse): string {
  if (session.kind === 'staff') return `user ${session.userId} of the staff`;
  return session.customerId ? `customer ${session.customerId}` : 'a guest';
}
