import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Field } from '../mock-elements.tsx';

export function DeliveryAddress({ model }: { model: SandboxModel }) {
  const { shippingAddress: address, checkout } = model.scene.value;
  return (
    <div inert class="checkout-step far">
      <h2>Delivery</h2>
      <Field label="Country/Region" value={address.countryCode ?? ''} />
      <div class="field-row">
        <Field label="First name" value={address.firstName ?? ''} />
        <Field label="Last name" value={address.lastName ?? ''} />
      </div>
      {address.company && <Field label="Company" value={address.company} />}
      <Field label="Address" value={address.address1 ?? ''} />
      {address.address2 && <Field label="Apartment, suite, etc." value={address.address2} />}
      <div class="field-row">
        <Field label="City" value={address.city ?? ''} />
        <Field label="State" value={address.provinceCode ?? ''} />
        <Field label="ZIP code" value={address.zip ?? ''} />
      </div>
      {address.phone && <Field label="Phone" value={address.phone} />}
      {checkout.localizedFields.map(({ key, title, value }) => (
        <Field key={key} label={title} value={value} />
      ))}
    </div>
  );
}
