import { TRANSACTION_TYPES } from '../../apis/pos/transaction.ts';
import type { PosScene } from '../../scene/pos.ts';
import { Toggle } from '../controls/inputs.tsx';
import { ScanForm } from '../controls/scan-form.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';

const CAMERA_TITLES: Readonly<Record<string, string>> = {
  available: 'takes a photo',
  denied: 'permission denied',
  canceled: 'the user cancels',
  missing: 'no camera',
};

/** What happens at the counter, and what its devices do. Only in POS. */
export function Counter({ model }: { model: SandboxModel }) {
  if (model.surface.value !== 'pos') return null;
  const { counter } = model;
  const { pos, cart } = model.scene.value;
  return (
    <Card title="Counter" aside={<small class="subdued">reaches every running extension</small>}>
      <div class="live-values">
        <ScanForm model={model} />
        <div class="counter-actions">
          {TRANSACTION_TYPES.map((type) => (
            <button
              key={type}
              type="button"
              class="action"
              disabled={cart.lines.length === 0}
              onClick={() => counter.complete(type)}
            >
              Complete {type.toLowerCase()}
            </button>
          ))}
          <button type="button" class="action" onClick={model.resetScene}>
            Reset the scene
          </button>
        </div>
        <Toggle
          label="Cash tracking session"
          title="Events cashtrackingsessionstart and cashtrackingsessioncomplete"
          on={pos.cashSession !== undefined}
          onChange={(on) => (on ? counter.startCashSession() : counter.completeCashSession())}
        />
        <Toggle
          label="Cart is editable"
          title="shopify.cart.current.value.editable; writes fail without it"
          on={pos.cart.isEditable}
          onChange={(isEditable) => counter.updatePos({ cart: { ...pos.cart, isEditable } })}
        />
        <Toggle
          label="Cash drawer is open"
          title="shopify.cashDrawer.open() opens it"
          on={pos.isCashDrawerOpen}
          onChange={(isCashDrawerOpen) => counter.updatePos({ isCashDrawerOpen })}
        />
        <label class="form-field">
          <span>
            Camera <code>camera.takePhoto()</code>
          </span>
          <select
            value={pos.camera}
            onChange={({ currentTarget: { value } }) =>
              counter.updatePos({ camera: value as PosScene['camera'] })
            }
          >
            {Object.entries(CAMERA_TITLES).map(([value, title]) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {pos.printers.map(({ id, name, connected }) => (
          <Toggle
            key={id}
            label={`${name} is connected`}
            title="shopify.printing.getPrinters()"
            on={connected}
            onChange={(on) =>
              counter.updatePos({
                printers: pos.printers.map((one) => (one.id === id ? { ...one, connected: on } : one)),
              })
            }
          />
        ))}
      </div>
    </Card>
  );
}
