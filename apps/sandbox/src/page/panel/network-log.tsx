import type { Exchange } from '../../contract/exchange.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';
import { CopyAsCurl } from './copy-as-curl.tsx';

/** All that crossed the wire between the extension's worker and the server, newest first. */
export function NetworkLog({ model }: { model: SandboxModel }) {
  const exchanges = model.exchanges.value.toReversed();
  return (
    <Card
      title="Network"
      aside={
        <span class="card-aside">
          <small class="subdued">worker → server, as the proxy saw it</small>
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

function Row({ model, exchange }: { model: SandboxModel; exchange: Exchange }) {
  const { method, path, status, durationMs, origin, preflight, failure } = exchange;
  const tone = status === undefined || status >= 400 ? 'bad' : 'good';
  return (
    <details class="exchange">
      <summary>
        <span class={`method ${preflight ? 'preflight' : ''}`}>{method}</span>
        <span class="path" title={path}>
          {path}
        </span>
        <span class="origin" title="The Origin header">
          {origin ?? 'no origin'}
        </span>
        <span class={`status ${tone}`}>{status ?? 'reset'}</span>
        <span class="ms">{durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms</span>
      </summary>
      <div class="exchange-body">
        {failure && <p class="failure">{failure}</p>}
        <CopyAsCurl model={model} exchange={exchange} />
        <Headers title="Request headers" headers={exchange.requestHeaders} />
        <Body title="Request body" text={exchange.requestBody} />
        <Headers title="Response headers" headers={exchange.responseHeaders} />
        <Body title="Response body" text={exchange.responseBody} />
      </div>
    </details>
  );
}

/** The ones that decide a CORS request stand out. */
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
