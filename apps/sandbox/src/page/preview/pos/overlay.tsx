import type { ComponentChildren } from 'preact';
import { Icon } from '../../elements/icon.tsx';

/** Moves the focus from the control that opened the dialog. While the page loads, nothing has the focus, and it stays so. */
function takeFocus(button: HTMLElement | null): void {
  if (document.activeElement !== document.body) button?.focus({ preventScroll: true });
}

interface OverlayProps {
  label: string;
  /** Covers the whole screen instead of a part of it. */
  isFull?: boolean;
  /** Shown in the bar, next to the close button. */
  aside?: ComponentChildren;
  onClose: () => void;
  children: ComponentChildren;
}

/** A dialog over a screen of POS. Escape and its button close it. */
export const Overlay = ({ label, isFull, aside, onClose, children }: OverlayProps) => (
  <div
    class={isFull ? 'pos-modal' : 'pos-dialog'}
    role="dialog"
    aria-label={label}
    onKeyDown={(event) => {
      if (event.key === 'Escape') onClose();
    }}
  >
    <div class="pos-modal-bar">
      <button type="button" class="action" ref={takeFocus} onClick={onClose}>
        <Icon name="x" />
        Close
      </button>
      {aside}
    </div>
    {children}
  </div>
);
