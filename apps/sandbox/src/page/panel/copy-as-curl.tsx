import { useState } from 'preact/hooks';
import { type Exchange, isShortened } from '../../contract/exchange.ts';
import { toCurl } from '../model/curl.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';

/** Copies the request as a curl command. The token is shortened unless the whole one is asked for. */
export function CopyAsCurl({ model, exchange }: { model: SandboxModel; exchange: Exchange }) {
  const [said, setSaid] = useState('');
  const hasToken = exchange.requestHeaders.authorization !== undefined;

  if (isShortened(exchange.requestBody)) {
    return <p class="copy-as-curl subdued">The body is too long to copy as curl.</p>;
  }

  async function copy(isWhole: boolean) {
    try {
      const authorization = isWhole ? await model.api.authorization(exchange.id) : undefined;
      await navigator.clipboard.writeText(
        toCurl(exchange, model.hello.value?.apiOrigin ?? '', authorization),
      );
      setSaid(
        isWhole ? 'Copied, with the token: it works for anyone who has it until it expires.' : 'Copied.',
      );
    } catch (error) {
      setSaid((error as Error).message);
    }
  }
  return (
    <p class="copy-as-curl">
      <button type="button" class="text-button" onClick={() => void copy(false)}>
        Copy as curl
      </button>
      {hasToken && (
        <button type="button" class="text-button" onClick={() => void copy(true)}>
          with the whole token
        </button>
      )}
      <span role="status">{said}</span>
    </p>
  );
}
