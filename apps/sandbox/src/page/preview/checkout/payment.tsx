import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Field, RadioOption } from '../mock-elements.tsx';

export function Payment({ model }: { model: SandboxModel }) {
  const { payment } = model.scene.value;
  const select = (handle: string) =>
    model.updateScene((scene) => ({ ...scene, payment: { ...scene.payment, selected: [handle] } }));
  const isCard = payment.options.some(
    ({ type, handle }) => type === 'creditCard' && payment.selected.includes(handle),
  );
  return (
    <div class="checkout-step">
      <h2>Payment</h2>
      <small class="subdued">All transactions are secure and encrypted.</small>
      <div class="options">
        {payment.options.map(({ handle, title }) => (
          <RadioOption
            key={handle}
            name="payment"
            title={title}
            selected={payment.selected.includes(handle)}
            onSelect={() => select(handle)}
          />
        ))}
      </div>
      {isCard && (
        <div inert>
          <Field label="Card number" value="4242 4242 4242 4242" />
        </div>
      )}
    </div>
  );
}
