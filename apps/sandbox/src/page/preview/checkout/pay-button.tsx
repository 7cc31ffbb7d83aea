import { selectedPayment } from '../../../scene/checkout.ts';
import { pageErrors } from '../../model/journey.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { pageLanguage } from '../page-language.ts';

/** Asks the extension's interceptors before the buyer continues. Hidden in the merchant's editor. */
export function PayButton({ model }: { model: SandboxModel }) {
  if (model.url.value.editor) return null;
  const journey = model.journey.value;
  const errors = pageErrors(journey);
  return (
    <div class="pay-area">
      {journey.status === 'blocked' && (
        <div class="blocked" role="alert">
          <strong>The extension blocks progress.</strong>
          {errors.map((message, index) => (
            <p key={index}>{message}</p>
          ))}
        </div>
      )}
      {journey.status === 'paid' && (
        <p role="status">
          Nothing blocks the payment. The extension has no target on the thank-you page, so this page stays.
        </p>
      )}
      <button
        type="button"
        class="pay"
        disabled={journey.status === 'asking'}
        onClick={() => void model.pay()}
      >
        {journey.status === 'asking' ? 'Asking the extension…' : titleOf(model)}
      </button>
    </div>
  );
}

function titleOf(model: SandboxModel): string {
  const { words } = pageLanguage(model);
  const selected = selectedPayment(model.scene.value.payment);
  switch (selected?.type) {
    case 'wallet':
    case 'offsite':
      return words.payWith(selected.title);
    case 'paymentOnDelivery':
    case 'manualPayment':
    case 'deferred':
      return words.completeOrder;
    default:
      return words.payNow;
  }
}
