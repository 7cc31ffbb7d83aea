import { type BuyerClient, useQuery, useWrite } from '@session-token/extension-client';
import type { SessionTokenResponse } from '@session-token/shared';
import { BuyerFailure } from '../BuyerFailure.tsx';
import { customerIdOf } from '../Greeting.tsx';
import { Loading } from '../Loading.tsx';
import type { BuyerSurface } from '../surface.ts';
import { Invitation } from './Invitation.tsx';
import { Points } from './Points.tsx';

interface LoyaltyProps {
  client: Pick<BuyerClient, 'readLoyalty' | 'joinLoyalty'>;
  surface: BuyerSurface;
  session: SessionTokenResponse;
}

/** Shows guests a login, and customers their points or an invitation to join. */
export function Loyalty({ client, surface, session }: LoyaltyProps) {
  // Starts over for another buyer: a pending join and its result belong to the customer who clicked.
  return customerIdOf(session) ? (
    <CustomerLoyalty key={session.tokenId} client={client} surface={surface} />
  ) : (
    <Login surface={surface} />
  );
}

function CustomerLoyalty({ client, surface }: Omit<LoyaltyProps, 'session'>) {
  // GET /api/loyalty
  const account = useQuery((signal) => client.readLoyalty(signal));
  // POST /api/loyalty/enrollment, when the customer clicks the button
  const joining = useWrite((idempotencyKey, signal) => client.joinLoyalty(idempotencyKey, signal));

  const joined = joining.state.value;
  if (joined !== undefined && joined !== 'pending' && joined.ok) {
    const { account: member, creditedPoints } = joined.value;
    return <Points i18n={surface.i18n} member={member} creditedPoints={creditedPoints} />;
  }
  const result = account.result.value;
  if (!result) return <Loading label={surface.i18n.translate('loyalty.loading')} />;
  if (!result.ok) {
    return (
      <BuyerFailure
        surface={surface}
        failure={result}
        message="loyalty.unavailable"
        onRetry={account.refetch}
      />
    );
  }
  return result.value.enrolled ? (
    <Points i18n={surface.i18n} member={result.value} />
  ) : (
    <Invitation surface={surface} joining={joining} welcomePoints={result.value.welcomePoints} />
  );
}

function Login({ surface }: { surface: BuyerSurface }) {
  const { i18n } = surface;
  const logIn = surface.loginAction();
  return (
    <s-section heading={i18n.translate('loyalty.log_in.heading')}>
      <s-stack gap="small">
        <s-text>{i18n.translate('loyalty.log_in.text')}</s-text>
        {logIn && <s-button onClick={logIn}>{i18n.translate('loyalty.log_in.button')}</s-button>}
      </s-stack>
    </s-section>
  );
}
