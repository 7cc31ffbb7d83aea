import { MAX_DELAY_MS, SERVER_MODES, type ServerMode } from '../../contract/endpoints.ts';
import { ORIGIN_MODES, type OriginMode } from '../../contract/url-state.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Group, NumberInput, Toggle } from './inputs.tsx';

const SERVER_TITLES: Record<ServerMode, string> = {
  up: 'Up',
  down: 'Down',
  'rate-limited': '429, rate limited',
  failing: '500, failing',
  'no-cors': 'CORS headers stripped',
};

const ORIGIN_TITLES: Record<OriginMode, string> = {
  null: 'null',
  local: 'another port',
  shopify: 'extensions.shopifycdn.com',
};

/** What happens between the extension and the server. */
export function NetworkControls({ model }: { model: SandboxModel }) {
  const { server, delayMs } = model.url.value;
  return (
    <>
      <Group label="Server">
        <select
          aria-label="Server"
          title="Back up, the extension must recover by itself."
          class={server === 'up' ? '' : 'changed'}
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
      <Group label="Slow by">
        <NumberInput
          label="Delay in milliseconds"
          unit="ms"
          min={0}
          max={MAX_DELAY_MS}
          value={delayMs}
          onChange={(value) => model.change({ delayMs: value })}
        />
      </Group>
      <Group label="Origin">
        <select
          aria-label="Origin of the worker"
          title="Shopify's own needs a browser that takes this machine for it: see the README."
          value={model.url.value.origin}
          onChange={({ currentTarget: { value } }) => model.change({ origin: value as OriginMode })}
        >
          {ORIGIN_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {ORIGIN_TITLES[mode]}
            </option>
          ))}
        </select>
      </Group>
      {model.surface.value !== 'pos' && (
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
      )}
    </>
  );
}
