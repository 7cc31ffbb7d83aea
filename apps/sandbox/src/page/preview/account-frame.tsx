import type { ComponentChildren } from 'preact';
import { needsLogin } from '../../contract/surfaces.ts';
import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { AccountModal } from './account-modal.tsx';
import { Slot } from './extension-block.tsx';
import { IntentDialog } from './intent-dialog.tsx';

/** The frame of every page of the customer account. "Log in" and "Log out" switch the buyer. */
export function AccountFrame({ model, children }: { model: SandboxModel; children: ComponentChildren }) {
  const { customer } = model.effective.value;
  const { shop, buyer } = model.scene.value;
  const section = model.target.value?.includes('.profile.') ? 'Profile' : 'Orders';
  return (
    <div class="account-pages">
      <nav class="account-nav" aria-label={shop.name}>
        <span inert class="shop-name">
          {shop.name}
        </span>
        <span inert>Shop</span>
        <b inert>{section}</b>
        <span class="account-name">
          {customer && (
            <>
              <span class="avatar">{buyer.firstName[0]}</span> {buyer.firstName} {buyer.lastName}
            </>
          )}
          <LogInButton model={model} />
        </span>
      </nav>
      {children}
      <Slot model={model} name="footer" />
      <AccountModal model={model} />
      <IntentDialog model={model} />
    </div>
  );
}

/** Switches between the guest and a customer, as the buyer's own login would. */
export function LogInButton({ model }: { model: SandboxModel }) {
  if (needsLogin(model.target.value ?? '')) return null;
  const { customer } = model.effective.value;
  return (
    <button
      type="button"
      class="text-button"
      onClick={() => model.change({ customer: customer ? undefined : DEFAULT_CUSTOMER })}
    >
      {customer ? 'Log out' : 'Log in'}
    </button>
  );
}
