import { useState } from 'preact/hooks';
import type { SandboxModel } from '../model/sandbox-model.ts';

/** Scans a code, as the device's scanner would. `source` fixes the scanner. */
export function ScanForm({ model, source }: { model: SandboxModel; source?: string }) {
  const { scannerSources } = model.scene.value.pos;
  const [chosen, choose] = useState<string>();
  const scanner = source ?? chosen ?? scannerSources[0] ?? 'camera';
  return (
    <form
      class="scan-form"
      aria-label={source ? `Scan with the ${source}` : 'Scan'}
      onSubmit={(event) => {
        event.preventDefault();
        const code = new FormData(event.currentTarget).get('code');
        if (typeof code === 'string' && code !== '') model.counter.scan(code, scanner);
      }}
    >
      <input class="small-input" name="code" aria-label="Code" required defaultValue={firstBarcode(model)} />
      {!source && (
        <select
          aria-label="Scanner"
          value={scanner}
          onChange={({ currentTarget: { value } }) => choose(value)}
        >
          {scannerSources.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button type="submit" class="action">
        Scan
      </button>
    </form>
  );
}

const firstBarcode = ({ scene }: SandboxModel) => scene.peek().products[0]?.variants[0]?.barcode ?? '';
