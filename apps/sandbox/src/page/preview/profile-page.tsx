import type { ComponentChildren } from 'preact';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Slot } from './extension-block.tsx';
import { Detail, Lines } from './mock-elements.tsx';
import { cardText } from './order-details.tsx';
import { pageLanguage } from './page-language.ts';

/** The customer's profile; for a target of a company, the company's. */
export function ProfilePage({ model }: { model: SandboxModel }) {
  const { words } = pageLanguage(model);
  const isCompany = model.target.value?.includes('.profile.company');
  return (
    <div class="account-page">
      <Slot model={model} name="header" />
      <h2 inert>{isCompany ? words.companyTitle : words.profile}</h2>
      {isCompany ? <Company model={model} /> : <Person model={model} />}
      <Slot model={model} name="block" />
    </div>
  );
}

function Person({ model }: { model: SandboxModel }) {
  const { words, addressLines } = pageLanguage(model);
  const { buyer, shippingAddress } = model.scene.value;
  return (
    <>
      <Section>
        <Detail label={words.name}>
          {buyer.firstName} {buyer.lastName}
        </Detail>
        <Detail label={words.email}>{buyer.email}</Detail>
        {buyer.phone && <Detail label={words.phone}>{buyer.phone}</Detail>}
      </Section>
      <Section title={words.addresses}>
        <Detail label={words.defaultAddress}>
          <Lines of={addressLines(shippingAddress)} />
        </Detail>
      </Section>
      <Slot model={model} name="addresses" />
      <Section title={words.paymentMethods}>
        <Detail label={words.payment}>{cardText(model)}</Detail>
      </Section>
      <Slot model={model} name="profile-payment" />
    </>
  );
}

function Company({ model }: { model: SandboxModel }) {
  const { words, addressLines } = pageLanguage(model);
  const { buyer, billingAddress, company, account } = model.scene.value;
  return (
    <>
      <Section>
        <Detail label={words.company}>
          {company?.company.name ?? billingAddress.company ?? account.companyName}
        </Detail>
        {company && <Detail label={words.location}>{company.location.name}</Detail>}
      </Section>
      <Slot model={model} name="company" />
      <Section title={words.addresses}>
        <Detail label={words.shippingAndBilling}>
          <Lines of={addressLines(billingAddress)} />
        </Detail>
      </Section>
      <Slot model={model} name="company-addresses" />
      <Section title={words.paymentMethods}>
        <Detail label={words.payment}>{cardText(model)}</Detail>
      </Section>
      <Slot model={model} name="company-payment" />
      <Section title={words.staff}>
        <Detail label={words.locationAdmin}>
          {buyer.firstName} {buyer.lastName}
        </Detail>
      </Section>
      <Slot model={model} name="company-staff" />
    </>
  );
}

const Section = ({ title, children }: { title?: string; children: ComponentChildren }) => (
  <section inert class="box">
    {title && <h3>{title}</h3>}
    <dl class="details">{children}</dl>
  </section>
);
