import { DEVICE_KINDS } from '../../contract/url-state.ts';
import { locationOf } from '../../scene/pos.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Group, Segments } from './inputs.tsx';

const DEVICE_TITLES = { tablet: 'Tablet', phone: 'Phone' } as const;

/** The device that POS runs on, and where it is. */
export function DeviceControls({ model }: { model: SandboxModel }) {
  const { pos } = model.scene.value;
  const current = locationOf(pos, model.url.value).id;
  return (
    <>
      <Group label="Device">
        <Segments
          name="Device"
          value={model.url.value.device}
          options={DEVICE_KINDS.map((kind) => [kind, DEVICE_TITLES[kind]] as const)}
          onChange={(device) => model.change({ device })}
        />
      </Group>
      <Group label="Location">
        <select
          aria-label="Location"
          value={current}
          onChange={({ currentTarget: { value } }) => {
            const isFirst = Number(value) === pos.locations[0]?.id;
            model.change({ location: isFirst ? undefined : Number(value) });
          }}
        >
          {pos.locations.map(({ id, name, registerName }) => (
            <option key={id} value={id}>
              {name}, {registerName}
            </option>
          ))}
        </select>
      </Group>
    </>
  );
}
