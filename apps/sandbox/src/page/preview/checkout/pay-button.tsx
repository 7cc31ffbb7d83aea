import { pageErrors } from '../../model/journey.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';

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
        {journey.status === 'asking' ? 'Asking the extension…' : 'Pay now'}
      </button>
    </div>
  );
}
