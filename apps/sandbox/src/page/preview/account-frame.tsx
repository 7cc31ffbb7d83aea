import type { ComponentChildren } from 'preact';
import { needsLogin } from '../../contract/surfaces.ts';
import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { AccountModal } from './account-modal.tsx';
import { Slot } from './extension-block.tsx';
import { IntentDialog } from './intent-dialog.tsx';
import { MockMark } from './mock-mark.tsx';
import { pageLanguage } from './page-language.ts';

/** The frame of every page of the customer account. "Log in" and "Log out" switch the buyer. */
export function AccountFrame({ model, children }: { model: SandboxModel; children: ComponentChildren }) {
  const { customer } = model.effective.value;
  const { shop, buyer } = model.scene.value;
  const { words } = pageLanguage(model);
  const isProfile = model.target.value?.includes('.profile.');
  return (
    <div class="account-pages">
      <nav class="account-nav" aria-label={shop.name}>
        <span inert class="shop-name">
          {shop.name}
        </span>
        <span inert>{words.shop}</span>
        <b inert>{isProfile ? words.profile : words.orders}</b>
        <span class="account-name">
          {customer && (
            <>
              <span class="avatar">{buyer.firstName[0]}</span>
              <span class="person-name">
                {buyer.firstName} {buyer.lastName}
              </span>
            </>
          )}
          <LogInButton model={model} />
        </span>
      </nav>
      {children}
      <footer class="account-footer">
        <Slot model={model} name="footer" />
        <MockMark model={model} />
      </footer>
      <AccountModal model={model} />
      <IntentDialog model={model} />
    </div>
  );
}

/** Switches between the guest and a customer, as the buyer's own login would. */
export function LogInButton({ model }: { model: SandboxModel }) {
  if (needsLogin(model.target.value ?? '')) return null;
  const { customer } = model.effective.value;
  const { words } = pageLanguage(model);
  return (
    <button
      type="button"
      class="text-button"
      onClick={() => model.change({ customer: customer ? undefined : DEFAULT_CUSTOMER })}
    >
      {customer ? words.logOut : words.logIn}
    </button>
  );
}
