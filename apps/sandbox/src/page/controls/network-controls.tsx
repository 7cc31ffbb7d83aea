import { MAX_DELAY_MS, SERVER_MODES, type ServerMode } from '../../contract/endpoints.ts';
import { ORIGIN_MODES, type OriginMode } from '../../contract/url-state.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Group, NumberInput, Toggle } from './inputs.tsx';

const SERVER_TITLES: Record<ServerMode, string> = {
  up: 'Up',
  down: 'Down',
  'rate-limited': '429, rate limited',
  failing: '500, failing',
  'no-cors': 'No CORS headers',
};

const ORIGIN_TITLES: Record<OriginMode, string> = {
  null: 'null',
  local: 'another port',
  shopify: 'extensions.shopifycdn.com',
};

const SHOPIFY_ORIGIN_REASON =
  'extensions.shopifycdn.com works only in a browser that maps that name to this machine, by ?origin=shopify: see the README.';

const reasonOf = (model: SandboxModel) =>
  model.networkAccess.value ? undefined : 'No network access: nothing is sent.';

/** The failure of the network to the server. */
export function ServerControl({ model }: { model: SandboxModel }) {
  const { server } = model.url.value;
  const reason = reasonOf(model);
  return (
    <Group label="Server">
      <select
        aria-label="Server"
        title={reason ?? 'After Up again, the extension must recover by itself.'}
        disabled={reason !== undefined}
        class={server === 'up' ? '' : 'faulty'}
        value={server}
        onChange={({ currentTarget: { value } }) => model.change({ server: value as ServerMode })}
      >
        {SERVER_MODES.map((mode) => (
          <option key={mode} value={mode}>
            {SERVER_TITLES[mode]}
          </option>
        ))}
      </select>
    </Group>
  );
}

/** The delay of each request. */
export function DelayControl({ model }: { model: SandboxModel }) {
  return (
    <Group label="Slow by">
      <NumberInput
        label="Delay in milliseconds"
        unit="ms"
        min={0}
        max={MAX_DELAY_MS}
        value={model.url.value.delayMs}
        reason={reasonOf(model)}
        tone={model.url.value.delayMs === 0 ? undefined : 'changed'}
        onChange={(value) => model.change({ delayMs: value })}
      />
    </Group>
  );
}

/** The origin of the extension's worker. */
export function OriginControl({ model }: { model: SandboxModel }) {
  const { origin } = model.url.value;
  return (
    <Group label="Origin">
      <select
        aria-label="Origin of the worker"
        title={SHOPIFY_ORIGIN_REASON}
        value={origin}
        onChange={({ currentTarget: { value } }) => model.change({ origin: value as OriginMode })}
      >
        {ORIGIN_MODES.map((mode) => (
          <option key={mode} value={mode} disabled={mode === 'shopify' && origin !== mode}>
            {ORIGIN_TITLES[mode]}
            {mode === 'shopify' && origin !== mode && ' (needs a prepared browser, see the README)'}
          </option>
        ))}
      </select>
    </Group>
  );
}

/** The `network_access` capability. */
export function NetworkAccessControl({ model }: { model: SandboxModel }) {
  return (
    <Toggle
      label="Network access"
      title="network_access in shopify.extension.toml"
      on={model.networkAccess.value}
      faulty={!model.networkAccess.value && model.manifest.value !== undefined}
      onChange={(on) => {
        const declared = model.manifest.value?.capabilities.networkAccess;
        model.change({ networkAccess: on === declared ? undefined : on });
      }}
    />
  );
}
