import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import { isFinished } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';
import { CopyAsCurl } from './copy-as-curl.tsx';

/** The traffic between the extension's worker and the server, newest first, pending requests included. */
export function NetworkLog({ model }: { model: SandboxModel }) {
  const exchanges = [...model.exchanges.value, ...model.pending.value].sort((a, b) => b.id - a.id);
  return (
    <Card
      title="Network"
      aside={
        <span class="card-aside">
          <small class="subdued">worker → server, as the proxy recorded it</small>
          <button type="button" class="text-button" onClick={model.clearExchanges}>
            Clear
          </button>
        </span>
      }
    >
      {exchanges.length === 0 ? (
        <p class="empty">Nothing was sent.</p>
      ) : (
        <div class="log" data-testid="network-log">
          {exchanges.map((exchange) => (
            <Row key={exchange.id} model={model} exchange={exchange} />
          ))}
        </div>
      )}
    </Card>
  );
}

interface RowProps {
  model: SandboxModel;
  exchange: StartedExchange | Exchange;
}

function Row({ model, exchange }: RowProps) {
  const { method, path, destination = '', origin, preflight } = exchange;
  return (
    <details class="exchange">
      <summary>
        <span class={`method ${preflight ? 'preflight' : ''}`}>{method}</span>
        <span class="path" title={destination + path}>
          {destination}
          {path}
        </span>
        <span class="origin" title="The Origin header">
          {origin ?? 'no origin'}
        </span>
        <Status exchange={exchange} />
      </summary>
      <div class="exchange-body">
        {isFinished(exchange) ? (
          <Finished model={model} exchange={exchange} />
        ) : (
          <Headers title="Request headers" headers={exchange.requestHeaders} />
        )}
      </div>
    </details>
  );
}

function Status({ exchange }: { exchange: StartedExchange | Exchange }) {
  if (!isFinished(exchange)) {
    return (
      <>
        <span class="status pending">pending</span>
        <span class="ms" />
      </>
    );
  }
  const { status, refusedHost, durationMs } = exchange;
  const isGood = refusedHost === undefined && status !== undefined && status < 400;
  return (
    <>
      <span class={`status ${isGood ? 'good' : 'bad'}`}>
        {status ?? (refusedHost === undefined ? 'reset' : 'not sent')}
      </span>
      <span class="ms">{durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms</span>
    </>
  );
}

function Finished({ model, exchange }: { model: SandboxModel; exchange: Exchange }) {
  return (
    <>
      {exchange.failure && <p class="failure">{exchange.failure}</p>}
      <CopyAsCurl model={model} exchange={exchange} />
      <Headers title="Request headers" headers={exchange.requestHeaders} />
      <Body title="Request body" text={exchange.requestBody} />
      <Headers title="Response headers" headers={exchange.responseHeaders} />
      <Body title="Response body" text={exchange.responseBody} />
    </>
  );
}

/** Headers that decide a CORS request. */
const DECISIVE = /^(origin|authorization|access-control-.*|www-authenticate|retry-after)$/;

function Headers({ title, headers }: { title: string; headers: Record<string, string> }) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl>
        {entries.map(([name, value]) => (
          <div key={name} class={DECISIVE.test(name) ? 'decisive' : ''}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Body({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <>
      <h3>{title}</h3>
      <pre>{indented(text)}</pre>
    </>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
