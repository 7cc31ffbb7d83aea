import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import { corsProblem } from '../model/cors-problem.ts';
import { isFinished, type Outcome } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { formatDuration } from './exchange-parts.tsx';

type StepTone = 'good' | 'bad' | 'pending' | 'idle';

interface Step {
  name: string;
  detail: string;
  tone: StepTone;
}

const NOTHING = { tone: 'idle', detail: '–' } as const;

/** The steps of the latest request: token, preflight, request, response. */
export function RequestTimeline({ model }: { model: SandboxModel }) {
  return (
    <ol class="timeline" aria-label="Steps of the latest request">
      {steps(model).map((step) => (
        <li key={step.name} class={step.tone}>
          <b class="step-name">{step.name}</b>
          <small>{step.detail}</small>
        </li>
      ))}
    </ol>
  );
}

function steps(model: SandboxModel): Step[] {
  const outcome = model.outcome.value;
  const call = 'exchange' in outcome ? outcome.exchange : undefined;
  const preflight = call?.preflight ? call : call && preflightOf(model.exchanges.value, call);
  const request = call?.preflight ? undefined : call;
  return [
    tokenStep(model),
    {
      name: 'Preflight',
      ...(preflight ? progressOf(preflight) : { tone: 'idle', detail: call ? 'cached' : '–' }),
    },
    { name: request?.method ?? 'Request', ...(request ? progressOf(request) : NOTHING) },
    responseStep(outcome),
  ];
}

function responseStep(outcome: Outcome): Step {
  if (outcome.kind === 'verified') {
    return { name: 'Response', tone: 'good', detail: outcome.session?.kind ?? 'accepted' };
  }
  if (outcome.kind === 'rejected')
    return { name: 'Response', tone: 'bad', detail: outcome.code ?? String(outcome.exchange.status) };
  return { name: 'Response', ...NOTHING };
}

function tokenStep(model: SandboxModel): Step {
  const token = model.token.value;
  if (model.outcome.value.kind === 'no-token') return { name: 'Token', detail: 'failed', tone: 'bad' };
  if (!token) return { name: 'Token', ...NOTHING };
  return { name: 'Token', detail: token.uses > 1 ? `used ${token.uses}×` : 'minted', tone: 'good' };
}

/** The preflight right before a request, if the browser sent one. */
function preflightOf(all: readonly Exchange[], call: StartedExchange): Exchange | undefined {
  const before = all.findLast(({ id }) => id < call.id);
  const isSame = before?.path === call.path && before.destination === call.destination;
  return before?.preflight && isSame ? before : undefined;
}

function progressOf(exchange: StartedExchange | Exchange): { tone: StepTone; detail: string } {
  if (!isFinished(exchange)) return { tone: 'pending', detail: 'pending' };
  const { status, refusedHost, durationMs } = exchange;
  if (refusedHost !== undefined) return { tone: 'bad', detail: 'not sent' };
  if (status === undefined) return { tone: 'bad', detail: 'reset' };
  const good = status < 400 && !corsProblem(exchange);
  return { tone: good ? 'good' : 'bad', detail: `${status} · ${formatDuration(durationMs)}` };
}
