import { faultsOf, isAccepted, TOKEN_FAULT_TEXTS, type TokenFault } from '../../contract/token-faults.ts';
import { MAX_SKEW_SECONDS } from '../../contract/url-state.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Group, NumberInput } from './inputs.tsx';

/** The token's fault. */
export function TokenControl({ model }: { model: SandboxModel }) {
  const { fault } = model.url.value;
  return (
    <Group label="Token">
      <select
        aria-label="Token"
        class={fault ? (isAccepted(fault) ? 'changed' : 'faulty') : ''}
        value={fault ?? ''}
        onChange={({ currentTarget: { value } }) =>
          model.change({ fault: (value || undefined) as TokenFault | undefined })
        }
      >
        <option value="">Genuine</option>
        {faultsOf(model.surface.value).map(([heading, faults]) => (
          <optgroup key={heading} label={heading}>
            {faults.map((name) => (
              <option key={name} value={name}>
                {TOKEN_FAULT_TEXTS[name].title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Group>
  );
}

/** The number of seconds that Shopify's clock is ahead of the server's. */
export function SkewControl({ model }: { model: SandboxModel }) {
  const { skewSeconds } = model.url.value;
  const tone = model.outcome.value.kind === 'rejected' ? 'faulty' : 'changed';
  return (
    <Group label="Shopify's clock">
      <NumberInput
        label="Clock skew in seconds"
        unit="s ahead"
        min={-MAX_SKEW_SECONDS}
        max={MAX_SKEW_SECONDS}
        value={skewSeconds}
        tone={skewSeconds === 0 ? undefined : tone}
        onChange={(value) => model.change({ skewSeconds: value })}
      />
    </Group>
  );
}
