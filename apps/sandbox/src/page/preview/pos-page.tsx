import { costOf } from '../../scene/cart.ts';
import { formatMoney } from '../../scene/scene.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { ExtensionBlock, Slot } from './extension-block.tsx';

/** The tablet at the counter: smart grid, cart, and the modal that an extension presents over both. */
export function PosPage({ model }: { model: SandboxModel }) {
  const { staff, user, connected } = model.url.value;
  const { shop, pos } = model.scene.value;
  return (
    <div class="tablet">
      <div class="pos">
        <header inert class="pos-bar">
          <b>{shop.name}</b>
          <span>Location {pos.locationId}</span>
          <span class="pos-who">
            {staff ? `Pinned in: staff ${staff}` : 'Nobody pinned in'} · logged in: user {user}
          </span>
          {!connected && <span class="pos-offline">Offline</span>}
        </header>
        <div class="pos-home">
          <div class="pos-grid">
            <Slot model={model} name="tile" />
            <Slot model={model} name="block" />
            {TILES.map(([title, icon]) => (
              <div inert key={title} class="pos-tile">
                <Icon name={icon} />
                {title}
              </div>
            ))}
          </div>
          <Cart model={model} />
        </div>
        <Modal model={model} />
      </div>
    </div>
  );
}

const TILES = [
  ['Add customer', 'profile'],
  ['Add discount', 'star'],
  ['Ship to customer', 'cart'],
  ['More actions', 'chevron'],
] as const;

function Cart({ model }: { model: SandboxModel }) {
  const scene = model.scene.value;
  const { buyer, cart } = scene;
  const cost = costOf(cart);
  const { customer } = model.url.value;
  return (
    <div inert class="pos-cart">
      <div class="pos-customer">
        <Icon name="profile" />
        {customer ? `${buyer.firstName} ${buyer.lastName} (${customer})` : 'No customer'}
      </div>
      <ul>
        {cart.lines.map((line) => (
          <li key={line.id}>
            <span>
              {line.quantity} × {line.title}
            </span>
            {formatMoney(scene, line.quantity * line.price)}
          </li>
        ))}
      </ul>
      <div class="pay">Checkout {formatMoney(scene, cost.subtotal + cost.tax)}</div>
    </div>
  );
}

const takeFocus = (button: HTMLElement | null) => button?.focus();

/** The full-screen modal, with POS's own close button. */
function Modal({ model }: { model: SandboxModel }) {
  const target = model.modalTarget.value;
  if (!target) return null;
  return (
    <div
      class="pos-modal"
      role="dialog"
      aria-label={target}
      onKeyDown={(event) => {
        if (event.key === 'Escape') model.closeModal();
      }}
    >
      <div class="pos-modal-bar">
        <button type="button" class="action" ref={takeFocus} onClick={model.closeModal}>
          <Icon name="x" />
          Close
        </button>
        <code>{target}</code>
      </div>
      <ExtensionBlock model={model} block={target === model.target.value ? 'main' : 'modal'} />
    </div>
  );
}
