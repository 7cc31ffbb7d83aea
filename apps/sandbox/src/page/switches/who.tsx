import type { Bench } from '../model/bench.ts';
import { Group, IdInput, Segments } from './controls.tsx';

const FIRST_CUSTOMER = '42';

/** Whom the surface knows: the buyer, or the people at the counter. */
export function Who({ bench }: { bench: Bench }) {
  return bench.surface.value === 'pos' ? <People bench={bench} /> : <Buyer bench={bench} />;
}

function Buyer({ bench }: { bench: Bench }) {
  const { customer } = bench.url.value;
  return (
    <Group label="Buyer">
      <Segments
        name="Buyer"
        value={customer ? 'customer' : 'guest'}
        options={[
          ['guest', 'Guest'],
          ['customer', 'Customer'],
        ]}
        onChange={(value) => bench.change({ customer: value === 'customer' ? FIRST_CUSTOMER : undefined })}
      />
      {customer && (
        <IdInput
          label="Customer number"
          value={customer}
          onChange={(value) => bench.change({ customer: value })}
        />
      )}
    </Group>
  );
}

function People({ bench }: { bench: Bench }) {
  const { user, staff, customer } = bench.url.value;
  return (
    <>
      <Group label="Logged in">
        <IdInput label="User" value={user} onChange={(value) => bench.change({ user: value })} />
      </Group>
      <Group label="Pinned in">
        <IdInput
          label="Staff member"
          optional
          value={staff}
          onChange={(value) => bench.change({ staff: value })}
        />
      </Group>
      <Group label="In the cart">
        <IdInput
          label="Customer number"
          optional
          value={customer}
          onChange={(value) => bench.change({ customer: value })}
        />
      </Group>
    </>
  );
}
