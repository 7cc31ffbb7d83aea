import { errorAt } from '../../model/journey.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { LogInButton } from '../account-frame.tsx';
import { Field } from '../mock-elements.tsx';

export function Contact({ model }: { model: SandboxModel }) {
  const { buyer, company } = model.scene.value;
  const { customer } = model.url.value;
  return (
    <div class="checkout-step">
      <div class="step-title">
        <h2>Contact</h2>
        <LogInButton model={model} />
      </div>
      {customer ? (
        <div inert class="account">
          <span class="avatar">{buyer.firstName[0]}</span>
          <span>
            {buyer.firstName} {buyer.lastName}
            <small>{company ? `${buyer.email}, for ${company.company.name}` : buyer.email}</small>
          </span>
        </div>
      ) : (
        <Field
          label="Email"
          value={buyer.email}
          error={errorAt(model.journey.value, '$.cart.buyerIdentity.email')}
        />
      )}
    </div>
  );
}
