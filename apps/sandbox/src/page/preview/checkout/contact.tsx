import { errorAt } from '../../model/journey.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { LogInButton } from '../account-frame.tsx';
import { Input, Tick } from '../mock-elements.tsx';
import { pageLanguage } from '../page-language.ts';

export function Contact({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const { buyer, company } = model.scene.value;
  const { customer } = model.url.value;
  const changeEmail = (email: string) => {
    model.buyer.change({ email });
    return undefined;
  };
  return (
    <div class="checkout-step">
      <div class="step-title">
        <h2>{words.contact}</h2>
        <LogInButton model={model} />
      </div>
      {customer ? (
        <div inert class="account">
          <span class="avatar">{buyer.firstName[0]}</span>
          <span>
            {buyer.firstName} {buyer.lastName}
            <small>{company ? `${buyer.email}, ${company.company.name}` : buyer.email}</small>
          </span>
        </div>
      ) : (
        <Input
          type="email"
          label={words.email}
          value={buyer.email}
          error={errorAt(model.journey.value, '$.cart.buyerIdentity.email')}
          onChange={changeEmail}
        />
      )}
      {!customer && <Tick ticked={buyer.acceptsEmailMarketing}>{words.newsletter}</Tick>}
    </div>
  );
}
