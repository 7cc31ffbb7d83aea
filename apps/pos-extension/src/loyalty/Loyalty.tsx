import { useSignal } from '@preact/signals';
import type { StaffClient } from '@session-token/extension-client';
import { Customer } from './Customer.tsx';
import { Finder } from './Finder.tsx';

interface LoyaltyProps {
  client: StaffClient;
  /** Whether the server has verified the session. */
  isVerified: boolean;
}

/** Looks a customer up, and adds or takes points. */
export function Loyalty({ client, isVerified }: LoyaltyProps) {
  const lookup = useSignal<{ id: number; customerId: string }>();
  const isAdjusting = useSignal(false);
  if (!isVerified) return null;
  const shown = lookup.value;
  return (
    <>
      <Finder
        isDisabled={isAdjusting.value}
        onFind={(customerId) => {
          lookup.value = { id: (lookup.peek()?.id ?? 0) + 1, customerId };
        }}
      />
      {shown && (
        // Each lookup starts over, for the same customer too.
        <Customer key={shown.id} client={client} customerId={shown.customerId} isAdjusting={isAdjusting} />
      )}
    </>
  );
}
