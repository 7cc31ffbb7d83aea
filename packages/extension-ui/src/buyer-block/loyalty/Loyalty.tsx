import type { SessionTokenResponse } from '@session-token/shared';
import { Loading } from '../../views/index.ts';
import { BuyerNotice } from '../BuyerNotice.tsx';
import { type Buyer, customerIdOf } from '../buyer.ts';
import { Invitation } from './Invitation.tsx';
import { LogIn } from './LogIn.tsx';
import { Points } from './Points.tsx';

interface LoyaltyProps {
  buyer: Buyer;
  session: SessionTokenResponse;
}

/** The points of a customer, how to join for one who has not, how to log in for the anonymous. */
export function Loyalty({ buyer, session }: LoyaltyProps) {
  const { host, loyalty: membership } = buyer;
  if (!customerIdOf(session)) return <LogIn host={host} />;

  const joined = membership.joining.value;
  if (joined !== undefined && joined !== 'under way' && joined.ok) {
    const { account, creditedPoints } = joined.value;
    return <Points texts={host.texts} member={account} creditedPoints={creditedPoints} />;
  }
  const result = membership.account.result.value;
  if (!result) return <Loading label={host.texts.translate('loyalty.loading')} />;
  if (!result.ok) return <BuyerNotice host={host} failure={result} onRetry={membership.account.askAgain} />;
  return result.value.enrolled ? (
    <Points texts={host.texts} member={result.value} />
  ) : (
    <Invitation host={host} membership={membership} welcomePoints={result.value.welcomePoints} />
  );
}
