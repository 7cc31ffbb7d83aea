import type { SessionTokenResponse } from '@session-token/shared';
import type { ComponentChild } from 'preact';
import { helpFor } from '../../contract/code-help.ts';
import { hasFault, TOKEN_FAULT_TEXTS, type TokenFault } from '../../contract/token-faults.ts';
import { Icon } from '../elements/icon.tsx';
import type { Outcome } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { RequestTimeline } from './timeline.tsx';

/** How the newest trip ended, in words, with its way. */
export function OutcomeCard({ model }: { model: SandboxModel }) {
  const outcome = model.outcome.value;
  const { tone, icon, title, text, advice } = outcomeText(outcome);
  const { fault } = model.url.value;
  return (
    <section
      class={`card outcome ${tone}`}
      aria-label="Outcome"
      aria-live="polite"
      data-outcome={outcome.kind}
    >
      <div class="outcome-head">
        <span class="outcome-icon">
          <Icon name={icon} />
        </span>
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
          {advice && <p class="advice">{advice}</p>}
          {fault && hasFault(model.surface.value, fault) && <Expectation fault={fault} outcome={outcome} />}
        </div>
      </div>
      <RequestTimeline model={model} />
    </section>
  );
}

/** Whether the server answered as it must to a token with that fault. */
function Expectation({ fault, outcome }: { fault: TokenFault; outcome: Outcome }) {
  const { title, what, code } = TOKEN_FAULT_TEXTS[fault];
  const surprise =
    (outcome.kind === 'verified' && code) || (outcome.kind === 'refused' && code && code !== outcome.code);
  return (
    <p class={surprise ? 'fault-note surprise' : 'fault-note'}>
      <b>{title}.</b> {what}{' '}
      {surprise ? <b>Expected {code}.</b> : code === outcomeCode(outcome) && 'As expected.'}
    </p>
  );
}

const outcomeCode = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.code : '');

interface OutcomeText {
  tone: string;
  icon: string;
  title: ComponentChild;
  text: string;
  advice?: string | undefined;
}

function outcomeText(outcome: Outcome): OutcomeText {
  switch (outcome.kind) {
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
        text: outcome.session
          ? `The server knows: ${who(outcome.session)}, at ${outcome.session.shop}.`
          : `The server took the token for ${outcome.exchange.path}.`,
      };
    case 'refused':
      return {
        tone: 'bad',
        icon: 'alert-circle',
        title: (
          <>
            Refused <code>{outcome.code}</code>
          </>
        ),
        text: helpFor(outcome.code)?.means ?? outcome.message,
        advice: helpFor(outcome.code)?.todo,
      };
    case 'unreachable':
      return {
        tone: 'bad',
        icon: 'alert-triangle',
        title: 'Unreachable',
        text: `${outcome.exchange.failure}. The extension sees a TypeError, with no reason in it.`,
      };
    case 'blocked':
      return {
        tone: 'bad',
        icon: 'lock',
        title: 'Blocked by the browser',
        text: outcome.reason,
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
      return { tone: 'warn', icon: 'lock', title: 'No token', text: outcome.message };
  }
}

function who(session: SessionTokenResponse): string {
  if (session.kind === 'staff') return `user ${session.userId} of the staff`;
  return session.customerId ? `customer ${session.customerId}` : 'a guest';
}
