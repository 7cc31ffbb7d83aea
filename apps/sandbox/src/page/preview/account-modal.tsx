import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { ExtensionBlock } from './extension-block.tsx';

const takeFocus = (button: HTMLElement | null) => button?.focus();

/** The order action that a menu item opened, or that runs on its own. */
export function AccountModal({ model }: { model: SandboxModel }) {
  const target = model.modalTarget.value;
  if (!target) return null;
  return (
    <div class="account-backdrop">
      <div
        class="account-modal"
        role="dialog"
        aria-modal="true"
        aria-label={target}
        onKeyDown={(event) => {
          if (event.key === 'Escape') model.closeModal();
        }}
      >
        <button
          type="button"
          class="action account-close"
          aria-label="Close"
          ref={takeFocus}
          onClick={model.closeModal}
        >
          <Icon name="x" />
        </button>
        <ExtensionBlock model={model} block={target === model.target.value ? 'main' : 'modal'} />
      </div>
    </div>
  );
}
