import type { Exchange } from '../../contract/exchange.ts';
import { corsProblem } from '../model/cors-problem.ts';
import type { Outcome } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';

type StepTone = 'good' | 'bad' | 'idle';

interface Step {
  name: string;
  detail: string;
  tone: StepTone;
}

/** The way of the newest request: token, preflight, request, answer. */
export function RequestTimeline({ model }: { model: SandboxModel }) {
  return (
    <ol class="timeline" aria-label="The way of the newest request">
      {steps(model).map((step) => (
        <li key={step.name} class={step.tone}>
          <b>{step.name}</b>
          <small>{step.detail}</small>
        </li>
      ))}
    </ol>
  );
}

function steps(model: SandboxModel): Step[] {
  const outcome = model.outcome.value;
  const all = model.exchanges.value;
  const call = 'exchange' in outcome ? outcome.exchange : undefined;
  const preflight = call?.preflight ? call : call && preflightOf(all, call);
  const request = call?.preflight ? undefined : call;
  return [
    tokenStep(model),
    {
      name: 'Preflight',
      ...(preflight ? answered(preflight) : { tone: 'idle', detail: call ? 'remembered' : '–' }),
    },
    { name: request?.method ?? 'Request', ...(request ? answered(request) : { tone: 'idle', detail: '–' }) },
    responseStep(outcome),
  ];
}

function responseStep(outcome: Outcome): Step {
  if (outcome.kind === 'verified')
    return { name: 'Answer', tone: 'good', detail: outcome.session?.kind ?? 'taken' };
  if (outcome.kind === 'refused') return { name: 'Answer', tone: 'bad', detail: outcome.code };
  return { name: 'Answer', tone: 'idle', detail: '–' };
}

function tokenStep(model: SandboxModel): Step {
  const token = model.token.value;
  if (model.outcome.value.kind === 'no-token') return { name: 'Token', detail: 'threw', tone: 'bad' };
  if (!token) return { name: 'Token', detail: '–', tone: 'idle' };
  return {
    name: 'Token',
    detail: token.uses > 1 ? `handed out ${token.uses}×` : 'minted',
    tone: 'good',
  };
}

/** The preflight right before a request, if the browser sent one. */
function preflightOf(all: readonly Exchange[], call: Exchange): Exchange | undefined {
  const before = all[all.indexOf(call) - 1];
  return before?.preflight && before.path === call.path ? before : undefined;
}

function answered(exchange: Exchange): { tone: StepTone; detail: string } {
  const { status, durationMs } = exchange;
  if (status === undefined) return { tone: 'bad', detail: 'reset' };
  const good = status < 400 && !corsProblem(exchange);
  return { tone: good ? 'good' : 'bad', detail: `${status} · ${durationMs} ms` };
}
