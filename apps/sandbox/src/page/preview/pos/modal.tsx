import { Icon } from '../../elements/icon.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { ExtensionBlock } from '../extension-block.tsx';
import { Overlay } from './overlay.tsx';

/** The full-screen modal, with POS's own buttons. Back leaves the screen that the extension navigated to. */
export function PosModal({ model }: { model: SandboxModel }) {
  const target = model.modalTarget.value;
  if (!target) return null;
  return (
    <Overlay
      isFull
      label={target}
      onClose={model.closeModal}
      aside={
        <>
          {model.pos.modalDepth.value > 1 && (
            <button type="button" class="action" onClick={model.goBack}>
              <span class="pos-back">
                <Icon name="chevron" />
              </span>
              Back
            </button>
          )}
          <code>{target}</code>
        </>
      }
    >
      <ExtensionBlock model={model} block={target === model.target.value ? 'main' : 'modal'} />
    </Overlay>
  );
}
