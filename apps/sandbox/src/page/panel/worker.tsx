import { COMPRESSED_LIMIT_BYTES } from '../../contract/extension-state.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';

/** The extension's environment, as its worker reports it. */
export function Worker({ model }: { model: SandboxModel }) {
  const facts = model.facts.value;
  const extension = model.extension.value;
  const built = extension?.built;
  if (!facts || !built) return null;
  return (
    <Card title="Worker">
      <dl class="facts">
        <dt>Origin</dt>
        <dd>
          <code data-testid="worker-origin">{facts.origin}</code>{' '}
          {facts.origin === 'null' ? 'in a sandboxed frame' : 'in a frame of that origin'}
        </dd>
        <dt>APP_URL</dt>
        <dd>
          <code>{model.hello.value?.apiOrigin}</code> for this page alone
          {model.hello.value?.api && (
            <>
              , which leads to <code>{model.hello.value.api}</code>
            </>
          )}
        </dd>
        <dt>Missing there</dt>
        <dd>
          {facts.missing.map((name) => (
            <code key={name}>{name}</code>
          ))}
        </dd>
        <dt>Bundle</dt>
        <dd>
          API version {built.manifest.apiVersion}, {kilobytes(built.bytes)} KB,{' '}
          <span title="With Brotli, as the Shopify CLI counts; Shopify checks it at deploy">
            {kilobytes(built.compressedBytes)} of {COMPRESSED_LIMIT_BYTES / 1024} KB compressed
          </span>
        </dd>
        <dt>Build</dt>
        <dd>number {extension.revision} since the start</dd>
      </dl>
    </Card>
  );
}

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
