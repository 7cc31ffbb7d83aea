import { useEffect, useState } from 'preact/hooks';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { DEFAULT_STATE, type UrlState } from '../../contract/url-state.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { DeviceControls } from './device-controls.tsx';
import { StaffControl } from './identity-controls.tsx';
import { Toggle } from './inputs.tsx';
import { LanguageControl } from './language-control.tsx';
import { DelayControl, NetworkAccessControl, OriginControl } from './network-controls.tsx';
import { SkewControl } from './token-controls.tsx';

const COMMON: readonly (keyof UrlState)[] = ['skewSeconds', 'delayMs', 'origin', 'language', 'published'];
const ONLY_IN_POS: readonly (keyof UrlState)[] = ['staff', 'device', 'location'];
const NOT_IN_POS: readonly (keyof UrlState)[] = ['networkAccess', 'editor'];

/** Counts the rarely used controls that differ from their defaults. */
function countChanged({ url, surface }: SandboxModel): number {
  const names = [...COMMON, ...(surface.value === 'pos' ? ONLY_IN_POS : NOT_IN_POS)];
  return names.filter((name) => url.value[name] !== DEFAULT_STATE[name]).length;
}

/** Rarely used controls. They show by themselves while one of them is set. */
export function MoreControls({ model }: { model: SandboxModel }) {
  const count = countChanged(model);
  const isNeeded = count > 0 || !model.networkAccess.value;
  const [isOpen, setOpen] = useState(isNeeded);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  const isPos = model.surface.value === 'pos';
  return (
    <>
      <button
        type="button"
        class="more"
        aria-expanded={isOpen}
        aria-controls="more-controls"
        onClick={() => setOpen(!isOpen)}
      >
        More {count > 0 && <b title="Controls that differ from their defaults">{count}</b>}
        <Icon name="chevron-down" />
      </button>
      <div class="more-controls" id="more-controls" hidden={!isOpen}>
        {isPos && <StaffControl model={model} />}
        {isPos && <DeviceControls model={model} />}
        <SkewControl model={model} />
        <DelayControl model={model} />
        <OriginControl model={model} />
        <LanguageControl model={model} />
        {!isPos && <NetworkAccessControl model={model} />}
        {!isPos && (
          <Toggle
            label="Editor"
            title="Runs the extension as a preview in the merchant's editor"
            on={model.url.value.editor}
            onChange={(on) => model.change({ editor: on })}
          />
        )}
        <Toggle
          label="Published version"
          title="Sets extension.version, as for live buyers. Without it, this is a version in development."
          on={model.url.value.published && !isPos}
          reason={isPos ? 'POS has no extension.version: its extensions cannot tell.' : undefined}
          onChange={(on) => model.change({ published: on })}
        />
        <a href={ENDPOINTS.parameters} target="_blank" rel="noreferrer">
          All URL parameters
        </a>
      </div>
    </>
  );
}
