import type { PaymentOption } from '../../../scene/checkout.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { pageLanguage } from '../page-language.ts';

/** Types of payment that have their own checkout. */
const EXPRESS: readonly PaymentOption['type'][] = ['wallet', 'offsite'];

/** Static buttons of the wallets, above the form. None of them looks like a real wallet's. */
export function ExpressCheckout({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const wallets = model.scene.value.payment.options.filter(({ type }) => EXPRESS.includes(type));
  if (wallets.length === 0) return null;
  return (
    <div inert class="express">
      <small>{words.expressCheckout}</small>
      <div class="express-buttons">
        {wallets.slice(0, 3).map(({ handle, title }) => (
          <span key={handle}>{title}</span>
        ))}
      </div>
      <small class="express-or">{words.or}</small>
    </div>
  );
}
