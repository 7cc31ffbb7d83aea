import type { Desk } from '../desk.ts';
import { Customer } from './Customer.tsx';
import { Finder } from './Finder.tsx';

interface LoyaltyProps {
  desk: Desk;
}

/** The points of a customer, once the server has verified who works here. */
export function Loyalty({ desk: { session, loyalty } }: LoyaltyProps) {
  if (session.result.value?.ok !== true) return null;
  return (
    <>
      <Finder desk={loyalty} />
      <Customer desk={loyalty} />
    </>
  );
}
