import type { SandboxModel } from '../model/sandbox-model.ts';

const takeFocus = (button: HTMLElement | null) => button?.focus();

/** Replaces Shopify's own workflow: the developer decides how the customer ends it. */
export function IntentDialog({ model }: { model: SandboxModel }) {
  const intent = model.intent.value;
  if (!intent) return null;
  const { query, end } = intent;
  return (
    <div class="account-backdrop">
      <div
        class="account-modal intent"
        role="dialog"
        aria-modal="true"
        aria-label="Replace the payment method"
        onKeyDown={(event) => {
          if (event.key === 'Escape') end({ code: 'closed' });
        }}
      >
        <h2>Replace the payment method</h2>
        <p>
          Shopify shows its own form here, for <code>{query.value}</code>. Choose how the customer ends it:
        </p>
        <div class="intent-actions">
          <button
            type="button"
            class="action"
            ref={takeFocus}
            onClick={() => end({ code: 'ok', data: { id: query.value } })}
          >
            Save the new card
          </button>
          <button type="button" class="action" onClick={() => end({ code: 'closed' })}>
            Close
          </button>
          <button
            type="button"
            class="action"
            onClick={() => end({ code: 'error', message: 'The payment method could not be replaced.' })}
          >
            Fail
          </button>
        </div>
      </div>
    </div>
  );
}
