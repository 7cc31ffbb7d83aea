import type { ComponentChildren } from 'preact';
import { formatAddress } from '../../scene/buyer-and-shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { Detail } from './mock-elements.tsx';

/** The customer's profile; for a target of a company, the company's. */
export function ProfilePage({ model }: { model: SandboxModel }) {
  const isCompany = model.target.value?.includes('.profile.company');
  return (
    <div class="account-page">
      <Slot model={model} name="header" />
      <h2 inert class="account-heading">
        {isCompany ? 'Company' : 'Profile'}
      </h2>
      {isCompany ? <Company model={model} /> : <Person model={model} />}
      <Slot model={model} name="block" />
    </div>
  );
}

function Person({ model }: { model: SandboxModel }) {
  const { buyer, shippingAddress } = model.scene.value;
  return (
    <>
      <Section>
        <Detail label="Name">
          {buyer.firstName} {buyer.lastName}
        </Detail>
        <Detail label="Email">{buyer.email}</Detail>
      </Section>
      <Section title="Addresses">
        <Detail label="Default address">{formatAddress(shippingAddress)}</Detail>
      </Section>
      <Slot model={model} name="addresses" />
      <Section title="Payment methods">
        <Detail label="Visa">ending in 4242</Detail>
      </Section>
      <Slot model={model} name="profile-payment" />
    </>
  );
}

function Company({ model }: { model: SandboxModel }) {
  const { buyer, billingAddress, company } = model.scene.value;
  return (
    <>
      <Section>
        <Detail label="Company">
          {company?.company.name ?? billingAddress.company ?? 'Hale Coffee Bars'}
        </Detail>
        {company && <Detail label="Location">{company.location.name}</Detail>}
      </Section>
      <Slot model={model} name="company" />
      <Section title="Location addresses">
        <Detail label="Shipping and billing">{formatAddress(billingAddress)}</Detail>
      </Section>
      <Slot model={model} name="company-addresses" />
      <Section title="Payment methods">
        <Detail label="Visa">ending in 4242</Detail>
      </Section>
      <Slot model={model} name="company-payment" />
      <Section title="Staff">
        <Detail label="Location admin">
          {buyer.firstName} {buyer.lastName}
        </Detail>
      </Section>
      <Slot model={model} name="company-staff" />
    </>
  );
}

const Section = ({ title, children }: { title?: string; children: ComponentChildren }) => (
  <section inert class="account-section">
    {title && <h3>{title}</h3>}
    <dl class="details">{children}</dl>
  </section>
);
