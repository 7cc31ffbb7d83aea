import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { Culprit } from '../model/culprit.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { decodeUnverified } from '../model/unverified-token.ts';
import { Card } from './card.tsx';
import { Countdown } from './countdown.tsx';

export function Token({ model }: { model: SandboxModel }) {
  const handedOut = model.token.value;
  const decoded = handedOut && decodeUnverified(handedOut.token);
  if (!handedOut || !decoded) {
    return (
      <Card title="Session token" aside={<InspectorLink model={model} />}>
        <p class="empty">
          {model.tokenError.value ?? 'None yet: the extension has not called sessionToken.get().'}
        </p>
      </Card>
    );
  }
  const [header, payload, signature] = decoded.segments;
  const culprit = model.culprit.value;
  const classOf = (part: Culprit['part']) => (culprit?.part === part ? `jwt-${part} guilty` : `jwt-${part}`);
  const faultOf = (part: Culprit['part']) => (culprit?.part === part ? `: ${culprit.fault}` : '');
  return (
    <Card
      title="Session token"
      aside={
        <span class="card-aside">
          <Countdown claims={decoded.claims} />
          <InspectorLink model={model} />
          <button
            type="button"
            class="text-button"
            title="The next sessionToken.get() gets a new token"
            onClick={model.discardToken}
          >
            Discard
          </button>
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long token scrolls, with the keyboard too. */}
      <p class={culprit?.part === 'token' ? 'jwt guilty' : 'jwt'} data-testid="token" tabIndex={0}>
        <span class={classOf('header')}>{header}</span>.<span class="jwt-payload">{payload}</span>.
        <span class={classOf('signature')}>{signature}</span>
      </p>
      <p class="legend">
        {culprit?.part === 'token' && <span class="guilty">{culprit.fault}</span>}
        <span class={classOf('header')}>
          {String(decoded.header.alg)}
          {faultOf('header')}
        </span>
        <span class={classOf('payload')}>
          {Object.keys(decoded.claims).length} claims
          {faultOf('payload')}
        </span>
        <span class={classOf('signature')}>
          {signature ? 'HMAC-SHA256' : 'no signature'}
          {faultOf('signature')}
        </span>
        <span class="token-source" data-testid="token-source">
          {handedOut.source === 'minted' ? 'freshly minted' : `from the cache, use ${handedOut.uses}`}
        </span>
      </p>
    </Card>
  );
}

/** Links to the page that explains a pasted token. */
function InspectorLink({ model }: { model: SandboxModel }) {
  const { theme } = model.url.value;
  return (
    <a
      class="text-button"
      title="Paste any token, and see why a server accepts or rejects it"
      href={theme ? `${ENDPOINTS.inspector}?theme=${theme}` : ENDPOINTS.inspector}
      target="_blank"
      rel="noreferrer"
    >
      Inspect a token
    </a>
  );
}
