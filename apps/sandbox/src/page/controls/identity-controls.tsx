import { needsLogin } from '../../contract/surfaces.ts';
import { DEFAULT_CUSTOMER } from '../../scene/buyer-and-shop.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Group, IdInput, Segments } from './inputs.tsx';

/** The buyer, or the people at the counter. */
export function IdentityControls({ model }: { model: SandboxModel }) {
  return model.surface.value === 'pos' ? <People model={model} /> : <Buyer model={model} />;
}

function Buyer({ model }: { model: SandboxModel }) {
  const { customer } = model.effective.value;
  const reason = needsLogin(model.target.value ?? '')
    ? 'Shopify shows this page to customers only.'
    : undefined;
  return (
    <Group label="Buyer">
      <Segments
        name="Buyer"
        value={customer ? 'customer' : 'guest'}
        options={[
          ['guest', 'Guest', reason],
          ['customer', 'Customer'],
        ]}
        onChange={(value) => model.change({ customer: value === 'customer' ? DEFAULT_CUSTOMER : undefined })}
      />
      {customer && (
        <IdInput
          label="Customer number"
          value={customer}
          onChange={(value) => model.change({ customer: value })}
        />
      )}
    </Group>
  );
}

function People({ model }: { model: SandboxModel }) {
  const { user, customer } = model.url.value;
  return (
    <>
      <Group label="Logged in">
        <IdInput label="User" value={user} onChange={(value) => model.change({ user: value })} />
      </Group>
      <Group label="In the cart">
        <IdInput
          label="Customer number"
          optional
          value={customer}
          onChange={(value) => model.change({ customer: value })}
        />
      </Group>
    </>
  );
}

/** The staff member who is pinned in, if that is not the logged-in user. */
export function StaffControl({ model }: { model: SandboxModel }) {
  return (
    <Group label="Pinned in">
      <IdInput
        label="Staff member"
        optional
        value={model.url.value.staff}
        onChange={(value) => model.change({ staff: value })}
      />
    </Group>
  );
}
