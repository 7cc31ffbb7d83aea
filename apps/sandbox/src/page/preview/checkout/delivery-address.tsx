import { errorAt } from '../../model/journey.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Field } from '../mock-elements.tsx';

export function DeliveryAddress({ model }: { model: SandboxModel }) {
  const { shippingAddress: address, checkout } = model.scene.value;
  const field = (label: string, name: keyof typeof address) => (
    <Field
      label={label}
      value={String(address[name] ?? '')}
      error={errorAt(model.journey.value, `$.cart.deliveryGroups[0].deliveryAddress.${name}`)}
    />
  );
  return (
    <div class="checkout-step far">
      <h2>Delivery</h2>
      {field('Country/Region', 'countryCode')}
      <div class="field-row">
        {field('First name', 'firstName')}
        {field('Last name', 'lastName')}
      </div>
      {field('Company', 'company')}
      {field('Address', 'address1')}
      {field('Apartment, suite, etc.', 'address2')}
      <div class="field-row">
        {field('City', 'city')}
        {field('State', 'provinceCode')}
        {field('ZIP code', 'zip')}
      </div>
      {field('Phone', 'phone')}
      {checkout.localizedFields.map(({ key, title, value }) => (
        <Field key={key} label={title} value={value} />
      ))}
    </div>
  );
}
