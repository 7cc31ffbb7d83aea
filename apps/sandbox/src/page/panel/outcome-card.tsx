import {
  hasFault,
  isAccepted as isHarmless,
  TOKEN_FAULT_TEXTS,
  type TokenFault,
} from '../../contract/token-faults.ts';
import { Icon } from '../elements/icon.tsx';
import { type Outcome, sectionOf } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { explanationOf, outcomeText } from './outcome-text.tsx';
import { RequestTimeline } from './timeline.tsx';

/** The outcome of the latest request, with its steps. */
export function OutcomeCard({ model }: { model: SandboxModel }) {
  const outcome = model.outcome.value;
  const api = model.hello.value?.api;
  const { tone, icon, title, text, where, advice } = outcomeText(outcome, {
    culprit: model.culprit.value,
    api,
  });
  const section = sectionOf(outcome);
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
        </div>
      </div>
      <div class="outcome-body">
        <RequestTimeline model={model} />
        {(where || advice || section) && (
          <dl class="diagnosis">
            {where && <dt>Where</dt>}
            {where && <dd>{where}</dd>}
            {(advice || section) && <dt>Fix</dt>}
            {(advice || section) && (
              <dd>
                {advice} {section && <Explanation section={section} />}
              </dd>
            )}
          </dl>
        )}
        {fault && hasFault(model.surface.value, fault) && (
          <Expectation fault={fault} outcome={outcome} isForeign={api !== undefined} />
        )}
      </div>
    </section>
  );
}

/** Links to a section of docs/troubleshooting.md. */
function Explanation({ section }: { section: string }) {
  return (
    <a href={explanationOf(section)} target="_blank" rel="noreferrer">
      Causes and fixes in the troubleshooting guide
    </a>
  );
}

interface ExpectationProps {
  fault: TokenFault;
  outcome: Outcome;
  isForeign: boolean;
}

/** Compares the outcome with the one that the token's fault must have. Another server has its own codes. */
function Expectation({ fault, outcome, isForeign }: ExpectationProps) {
  const { title, description, code } = TOKEN_FAULT_TEXTS[fault];
  const isAccepted = outcome.kind === 'verified';
  const isRejected = outcome.kind === 'rejected';
  const isAsExpected = isRejected && (isForeign || outcome.code === code);
  const surprise = code && (isAccepted || (isRejected && !isAsExpected));
  return (
    <p class={`fault-note ${surprise ? 'surprise' : isHarmless(fault) ? 'harmless' : ''}`}>
      <b class="fault-name">Token: {title}.</b> {description}{' '}
      {surprise ? (
        <b>{isForeign ? 'Your server must reject this token, but accepted it.' : `Expected ${code}.`}</b>
      ) : (
        code && isAsExpected && 'As expected.'
      )}
    </p>
  );
}
