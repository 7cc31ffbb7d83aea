import type { SandboxModel } from '../model/sandbox-model.ts';
import { decodeUnverified } from '../model/unverified-token.ts';
import { Card } from './card.tsx';
import { Countdown } from './countdown.tsx';

export function Token({ model }: { model: SandboxModel }) {
  const handedOut = model.token.value;
  const decoded = handedOut && decodeUnverified(handedOut.token);
  if (!handedOut || !decoded) {
    return (
      <Card title="Session token">
        <p class="empty">
          {model.tokenError.value ?? 'None yet: the extension has not called sessionToken.get().'}
        </p>
      </Card>
    );
  }
  const [header, payload, signature] = decoded.segments;
  return (
    <Card
      title="Session token"
      aside={
        <span class="card-aside">
          <Countdown claims={decoded.claims} />
          <button
            type="button"
            class="text-button"
            title="The next get() mints a fresh one"
            onClick={model.dropToken}
          >
            Drop
          </button>
        </span>
      }
    >
      <p class="jwt" data-testid="token">
        <span class="jwt-header">{header}</span>.<span class="jwt-payload">{payload}</span>.
        <span class="jwt-signature">{signature}</span>
      </p>
      <p class="legend">
        <span class="jwt-header">{String(decoded.header.alg)}</span>
        <span class="jwt-payload">{Object.keys(decoded.claims).length} claims</span>
        <span class="jwt-signature">{signature ? 'HMAC-SHA256' : 'no signature'}</span>
        <span class="token-source" data-testid="token-source">
          {handedOut.source === 'minted' ? 'freshly minted' : `from the cache, use ${handedOut.uses}`}
        </span>
      </p>
    </Card>
  );
}
