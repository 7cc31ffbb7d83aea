import { useState } from 'preact/hooks';
import type { Exchange } from '../../contract/exchange.ts';
import { toCurl } from '../model/curl.ts';
import { sandboxApi } from '../model/sandbox-api.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';

/** The request for a terminal; with a token that works only where somebody asks for it. */
export function CopyAsCurl({ model, exchange }: { model: SandboxModel; exchange: Exchange }) {
  const [said, setSaid] = useState('');
  const hasToken = exchange.requestHeaders.authorization !== undefined;

  async function copy(isWhole: boolean) {
    try {
      const authorization = isWhole ? await sandboxApi.authorization(exchange.id) : undefined;
      await navigator.clipboard.writeText(
        toCurl(exchange, model.hello.value?.apiOrigin ?? '', authorization),
      );
      setSaid(isWhole ? 'Copied, with the token: it works for whoever has it until it expires.' : 'Copied.');
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
