import type { ComponentChildren } from 'preact';
import { TOKEN_FAULT_TEXTS, TOKEN_FAULTS, type TokenFault } from '../contract/token-faults.ts';
import type { Bench } from './model/bench.ts';
import { languageOf } from './model/scene.ts';

const FIRST_CUSTOMER = '42';

/** Everything that can be set, in one row; each of them is in the URL too. */
export function Switches({ bench }: { bench: Bench }) {
  const { customer, fault, serverDown, editor } = bench.url.value;
  const { change } = bench;
  return (
    <div class="switches" role="toolbar" aria-label="Switches">
      <Group label="Buyer">
        <Segments
          name="Buyer"
          value={customer ? 'customer' : 'guest'}
          options={{ guest: 'Guest', customer: 'Customer' }}
          onChange={(value) => change({ customer: value === 'customer' ? FIRST_CUSTOMER : undefined })}
        />
        {customer && (
          <input
            class="small-input"
            aria-label="Customer number"
            inputMode="numeric"
            pattern="[1-9][0-9]*"
            value={customer}
            onChange={(event) => {
              if (event.currentTarget.checkValidity()) change({ customer: event.currentTarget.value });
            }}
          />
        )}
      </Group>
      <Group label="Token">
        <select
          aria-label="Token"
          class={fault ? 'changed' : ''}
          value={fault ?? ''}
          onChange={(event) =>
            change({ fault: (event.currentTarget.value || undefined) as TokenFault | undefined })
          }
        >
          <option value="">Genuine</option>
          {TOKEN_FAULTS.map((name) => (
            <option key={name} value={name}>
              {TOKEN_FAULT_TEXTS[name].title}
            </option>
          ))}
        </select>
      </Group>
      <Toggle
        label="Network access"
        title="network_access in shopify.extension.toml"
        on={bench.networkAccess.value}
        faulty={!bench.networkAccess.value && bench.manifest.value !== undefined}
        onChange={(on) => {
          const declared = bench.manifest.value?.capabilities.networkAccess;
          change({ networkAccess: on === declared ? undefined : on });
        }}
      />
      <Toggle
        label="Server"
        faulty={serverDown}
        title="Off: the connection is reset. Back on, the extension must recover by itself."
        on={!serverDown}
        onChange={(on) => change({ serverDown: !on })}
      />
      <Toggle
        label="Editor"
        title="Preview in the checkout editor"
        on={editor}
        onChange={(on) => change({ editor: on })}
      />
      <Language bench={bench} />
    </div>
  );
}

function Language({ bench }: { bench: Bench }) {
  const manifest = bench.manifest.value;
  const languages = Object.keys(manifest?.locales.translations ?? {});
  if (!manifest || languages.length < 2) return null;
  const current = languageOf(bench.url.value, manifest);
  return (
    <Group label="Language">
      <select
        aria-label="Language"
        value={current}
        onChange={({ currentTarget: { value } }) =>
          bench.change({ language: value === manifest.locales.defaultLanguage ? undefined : value })
        }
      >
        {[...new Set([...languages, current])].map((tag) => (
          <option key={tag}>{tag}</option>
        ))}
      </select>
    </Group>
  );
}

function Group({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="switch-group">
      <span class="switch-label">{label}</span>
      {children}
    </div>
  );
}

function Segments<Value extends string>(props: {
  name: string;
  value: Value;
  options: Record<Value, string>;
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset class="segments" aria-label={props.name}>
      {(Object.entries(props.options) as [Value, string][]).map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ToggleProps {
  label: string;
  title: string;
  on: boolean;
  /** Marks a state that makes trips fail. */
  faulty?: boolean;
  onChange: (on: boolean) => void;
}

function Toggle(props: ToggleProps) {
  return (
    <label class={props.faulty ? 'toggle faulty' : 'toggle'} title={props.title}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={props.on}
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="switch-label">{props.label}</span>
    </label>
  );
}
