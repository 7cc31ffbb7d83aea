import { MAX_DELAY_MS, SERVER_MODES, type ServerMode } from '../../contract/endpoints.ts';
import type { Bench } from '../model/bench.ts';
import { Group, NumberInput, Toggle } from './controls.tsx';

const SERVER_TITLES: Record<ServerMode, string> = {
  up: 'Up',
  down: 'Down',
  'rate-limited': '429, rate limited',
  failing: '500, failing',
  'no-cors': 'CORS headers stripped',
};

/** What happens between the extension and the server. */
export function NetworkSwitches({ bench }: { bench: Bench }) {
  const { server, delayMs } = bench.url.value;
  return (
    <>
      <Group label="Server">
        <select
          aria-label="Server"
          title="Back up, the extension must recover by itself."
          class={server === 'up' ? '' : 'changed'}
          value={server}
          onChange={({ currentTarget: { value } }) => bench.change({ server: value as ServerMode })}
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
          onChange={(value) => bench.change({ delayMs: value })}
        />
      </Group>
      {bench.surface.value !== 'pos' && (
        <Toggle
          label="Network access"
          title="network_access in shopify.extension.toml"
          on={bench.networkAccess.value}
          faulty={!bench.networkAccess.value && bench.manifest.value !== undefined}
          onChange={(on) => {
            const declared = bench.manifest.value?.capabilities.networkAccess;
            bench.change({ networkAccess: on === declared ? undefined : on });
          }}
        />
      )}
    </>
  );
}
