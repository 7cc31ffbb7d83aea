import type { SettingField } from '../../scene/settings.ts';
import { Toggle } from '../controls/inputs.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { useTyped } from '../use-typed.ts';
import { Card } from './card.tsx';

/** Values that change in a running extension: each edit updates its signals, without a restart. */
export function LiveValues({ model }: { model: SandboxModel }) {
  const manifest = model.manifest.value;
  if (!manifest) return null;
  const { connected } = model.url.value;
  return (
    <Card title="Live values" aside={<small class="subdued">changes reach the running extension</small>}>
      <div class="live-values">
        {model.surface.value === 'pos' && (
          <Toggle
            label="POS is online"
            title="shopify.connectivity.current"
            on={connected}
            onChange={(on) => model.change({ connected: on })}
          />
        )}
        {model.surface.value === 'checkout' && <BlockProgress model={model} />}
        <Quantity model={model} />
        {manifest.settings.map((field) => (
          <Setting key={field.key} model={model} field={field} />
        ))}
      </div>
    </Card>
  );
}

function Quantity({ model }: { model: SandboxModel }) {
  const typed = useTyped(String(model.scene.value.cart.lines[0]?.quantity ?? 0));
  return (
    <label class="form-field">
      <span>Quantity of the first product in the cart</span>
      <input
        {...typed}
        type="number"
        min={0}
        max={99}
        required
        onChange={({ currentTarget: input }) => {
          if (input.checkValidity()) model.change({ quantity: input.valueAsNumber });
        }}
      />
    </label>
  );
}

/** A merchant may forbid extensions to block progress. */
function BlockProgress({ model }: { model: SandboxModel }) {
  const isCapable = model.manifest.value?.capabilities.blockProgress ?? false;
  return (
    <Toggle
      label="May block progress"
      title="canBlockProgress of interceptors: the merchant's choice in the checkout editor"
      on={isCapable && model.scene.value.checkout.canBlockProgress}
      reason={isCapable ? undefined : 'The TOML does not set block_progress.'}
      onChange={(canBlockProgress) =>
        model.updateScene((scene) => ({ ...scene, checkout: { ...scene.checkout, canBlockProgress } }))
      }
    />
  );
}

const INPUT_TYPES: Record<string, string> = {
  date: 'date',
  date_time: 'datetime-local',
  number_integer: 'number',
  number_decimal: 'number',
};

/** A field of `[extensions.settings]`, as in the merchant's editor. */
function Setting({ model, field }: { model: SandboxModel; field: SettingField }) {
  const { key, type, name, description } = field;
  const { settings } = model.url.value;
  const value = settings[key] ?? '';
  const typed = useTyped(value);
  const set = (next: string) => {
    const { [key]: _, ...others } = settings;
    model.change({ settings: next === '' ? others : { ...others, [key]: next } });
  };
  if (type === 'boolean') {
    return (
      <Toggle
        label={name}
        title={description ?? ''}
        on={value === 'true'}
        onChange={(on) => set(on ? 'true' : '')}
      />
    );
  }
  const shared = {
    ...typed,
    id: `setting-${key}`,
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  };
  return (
    <label class="form-field" for={shared.id}>
      <span>
        {name} <code>{key}</code>
      </span>
      {type === 'multi_line_text_field' ? (
        <textarea rows={3} {...shared} />
      ) : (
        <input
          type={INPUT_TYPES[type] ?? 'text'}
          step={type === 'number_decimal' ? 'any' : undefined}
          {...shared}
        />
      )}
      {description && <small>{description}</small>}
    </label>
  );
}
