import type { Exchange } from '../../contract/exchange.ts';
import type { Bench } from '../model/bench.ts';
import { corsProblem } from '../model/cors-problem.ts';
import type { Verdict } from '../model/verdict.ts';

type StationTone = 'good' | 'bad' | 'idle';

interface Station {
  name: string;
  detail: string;
  tone: StationTone;
}

/** The way of the newest request: token, preflight, request, answer. */
export function Trip({ bench }: { bench: Bench }) {
  return (
    <ol class="trip" aria-label="The way of the newest request">
      {stations(bench).map((station) => (
        <li key={station.name} class={station.tone}>
          <b>{station.name}</b>
          <small>{station.detail}</small>
        </li>
      ))}
    </ol>
  );
}

function stations(bench: Bench): Station[] {
  const verdict = bench.verdict.value;
  const all = bench.exchanges.value;
  const call = 'exchange' in verdict ? verdict.exchange : undefined;
  const preflight = call?.preflight ? call : call && preflightOf(all, call);
  const request = call?.preflight ? undefined : call;
  return [
    tokenStation(bench),
    {
      name: 'Preflight',
      ...(preflight ? answered(preflight) : { tone: 'idle', detail: call ? 'remembered' : '–' }),
    },
    { name: request?.method ?? 'Request', ...(request ? answered(request) : { tone: 'idle', detail: '–' }) },
    answerStation(verdict),
  ];
}

function answerStation(verdict: Verdict): Station {
  if (verdict.kind === 'verified')
    return { name: 'Answer', tone: 'good', detail: verdict.session?.kind ?? 'taken' };
  if (verdict.kind === 'refused') return { name: 'Answer', tone: 'bad', detail: verdict.code };
  return { name: 'Answer', tone: 'idle', detail: '–' };
}

function tokenStation(bench: Bench): Station {
  const token = bench.token.value;
  if (bench.verdict.value.kind === 'no-token') return { name: 'Token', detail: 'threw', tone: 'bad' };
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

function answered(exchange: Exchange): { tone: StationTone; detail: string } {
  const { status, durationMs } = exchange;
  if (status === undefined) return { tone: 'bad', detail: 'reset' };
  const good = status < 400 && !corsProblem(exchange);
  return { tone: good ? 'good' : 'bad', detail: `${status} · ${durationMs} ms` };
}
