import { isFullPage } from '../../contract/surfaces.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { AccountFrame } from './account-frame.tsx';
import { Slot } from './extension-block.tsx';
import { OrderIndexPage } from './order-index-page.tsx';
import { OrderStatusPage } from './order-status-page.tsx';
import { ProfilePage } from './profile-page.tsx';

/** The page of the customer account that a target belongs to. */
export function AccountPage({ model }: { model: SandboxModel }) {
  return (
    <AccountFrame model={model}>
      <Content model={model} />
    </AccountFrame>
  );
}

function Content({ model }: { model: SandboxModel }) {
  const target = model.target.value ?? '';
  if (isFullPage(target)) {
    return (
      <div class="account-full-page">
        <Slot model={model} name="page" />
      </div>
    );
  }
  if (isOnOrder(target)) return <OrderStatusPage model={model} />;
  return target.includes('.profile.') ? <ProfilePage model={model} /> : <OrderIndexPage model={model} />;
}

const isOnOrder = (target: string) => target.includes('.order-status.') || target.includes('.order.');

/** The path in the address bar. A full page adds its own path. */
export function accountPathOf(model: SandboxModel): string {
  const target = model.target.value ?? '';
  const order = `/account/orders/${idOf(model.scene.value.order.id)}`;
  if (isFullPage(target)) {
    const base = target.includes('.order.') ? order : '/account';
    return `${base}/pages/${model.manifest.value?.handle ?? ''}${model.url.value.path ?? ''}`;
  }
  if (isOnOrder(target)) return order;
  return target.includes('.profile.') ? '/account/profile' : '/account/orders';
}

/** `1001` of `gid://shopify/Order/1001`. */
const idOf = (gid: string) => gid.split('/').at(-1) ?? '';
