import { Fragment } from 'preact';
import { type PaymentOption, selectedPayment } from '../../../scene/checkout.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Slot } from '../extension-block.tsx';
import { Field, RadioOption, Tick } from '../mock-elements.tsx';
import { pageLanguage } from '../page-language.ts';

/** The payment methods. The selected one is open; the extension may be inside. */
export function Payment({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const { payment } = model.scene.value;
  const selected = selectedPayment(payment);
  return (
    <div class="checkout-step">
      <h2>{words.payment}</h2>
      <small class="subdued">{words.secure}</small>
      <Slot model={model} name="payment-before" />
      <fieldset class="options" aria-label={words.payment}>
        {payment.options.map((option) => (
          <Fragment key={option.handle}>
            <RadioOption
              name="payment"
              title={option.title}
              {...(option.type === 'creditCard' && { icon: 'credit-card' })}
              selected={option === selected}
              onSelect={() => model.buyer.selectPayment(option.handle)}
            />
            {option === selected && <PaymentForm model={model} option={option} />}
          </Fragment>
        ))}
      </fieldset>
      {!selected && <Slot model={model} name="payment-option" />}
      <Slot model={model} name="payment-after" />
    </div>
  );
}

function PaymentForm({ model, option }: { model: SandboxModel; option: PaymentOption }) {
  const { words } = pageLanguage(model);
  const { type, title } = option;
  return (
    <div class="option-body">
      {type === 'creditCard' && <CardForm model={model} />}
      {(type === 'wallet' || type === 'offsite') && (
        <p class="redirect">
          <span class="redirect-window" />
          {words.redirect(title)}
        </p>
      )}
      {type === 'paymentOnDelivery' && <p>{words.payOnDelivery}</p>}
      <Slot model={model} name="payment-option" />
    </div>
  );
}

function CardForm({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const { payment, buyer } = model.scene.value;
  const { lastDigits, expires } = payment.card;
  return (
    <div inert class="card-form">
      <Field label={words.cardNumber} value={`•••• •••• •••• ${lastDigits}`} icon="lock" />
      <div class="field-row">
        <Field label={words.cardExpires} value={expires} />
        <Field label={words.securityCode} value="•••" icon="question-circle" />
      </div>
      <Field label={words.nameOnCard} value={`${buyer.firstName} ${buyer.lastName}`} />
      <Tick ticked>{words.sameBillingAddress}</Tick>
    </div>
  );
}
