import { selectedPayment } from '../../scene/checkout.ts';
import { isSent, selectedOption } from '../../scene/delivery.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Detail, Lines } from './mock-elements.tsx';
import { pageLanguage } from './page-language.ts';

/** Contact, delivery and payment of an order, as text. */
export function OrderDetails({ model }: { model: SandboxModel }) {
  const { words, addressLines } = pageLanguage(model);
  const { buyer, delivery, shippingAddress, billingAddress } = model.scene.value;
  const option = selectedOption(delivery);
  const isShipped = !option || isSent(option);
  const destination = isShipped ? shippingAddress : (option.address ?? {});
  return (
    <dl inert class="details">
      <Detail label={words.contactInformation}>{buyer.email}</Detail>
      <Detail label={words.payment}>{paymentText(model)}</Detail>
      <Detail label={isShipped ? words.shippingAddress : words.pickupLocation}>
        <Lines of={[...(isShipped ? [] : [option.title]), ...addressLines(destination)]} />
      </Detail>
      <Detail label={words.billingAddress}>
        <Lines of={addressLines(billingAddress)} />
      </Detail>
      {option && <Detail label={words.deliveryMethod}>{option.title}</Detail>}
    </dl>
  );
}

/** Such as `Test card ending in 4242`. */
export function cardText(model: SandboxModel): string {
  const { brand, lastDigits } = model.scene.value.payment.card;
  return pageLanguage(model).words.cardEndingIn(brand, lastDigits);
}

function paymentText(model: SandboxModel): string {
  const selected = selectedPayment(model.scene.value.payment);
  return selected && selected.type !== 'creditCard' ? selected.title : cardText(model);
}
