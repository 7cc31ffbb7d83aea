import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Exchange, StartedExchange } from '../../contract/exchange.ts';
import { corsProblem } from '../model/cors-problem.ts';
import { isFinished } from '../model/outcome.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';
import { CopyAsCurl } from './copy-as-curl.tsx';
import { Body, formatDuration } from './exchange-parts.tsx';
import { GraphqlRow } from './graphql-row.tsx';

/** The traffic of the extension's worker, newest first, pending requests included. */
export function NetworkLog({ model }: { model: SandboxModel }) {
  const requests = [...model.exchanges.value, ...model.pending.value].map((exchange) => ({
    order: [exchange.id, 0] as const,
    row: <Row key={exchange.id} model={model} exchange={exchange} />,
  }));
  const queries = model.graphqlExchanges.value.map((exchange) => ({
    order: [exchange.after, exchange.id] as const,
    row: <GraphqlRow key={`graphql-${exchange.id}`} exchange={exchange} />,
  }));
  const rows = [...requests, ...queries].sort((a, b) => b.order[0] - a.order[0] || b.order[1] - a.order[1]);
  return (
    <Card
      title="Network"
      aside={
        <span class="card-aside">
          <small class="subdued" title="As the sandbox's proxy recorded it">
            worker → server
          </small>
          {model.hello.value?.api === undefined && (
            <a class="text-button" href={ENDPOINTS.apiDocs} target="_blank" rel="noreferrer">
              API docs
            </a>
          )}
          <button type="button" class="text-button" onClick={model.clearExchanges}>
            Clear
          </button>
        </span>
      }
    >
      {rows.length === 0 ? (
        <p class="empty">Nothing was sent.</p>
      ) : (
        <div class="log" data-testid="network-log">
          {rows.map(({ row }) => row)}
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
  const blocked = corsProblem(exchange);
  const isGood = refusedHost === undefined && status !== undefined && status < 400 && !blocked;
  return (
    <>
      <span
        class={`status ${isGood ? 'good' : 'bad'}`}
        title={blocked && `Blocked by the browser: ${blocked}`}
      >
        {status ?? (refusedHost === undefined ? 'reset' : 'not sent')}
      </span>
      <span class="ms">{formatDuration(durationMs)}</span>
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
