import { BuyerNotice } from '../BuyerNotice.tsx';
import type { BuyerHost } from '../host.ts';
import type { Membership } from './membership.ts';

interface InvitationProps {
  host: BuyerHost;
  membership: Membership;
  welcomePoints: number;
}

/** Invites to join, shows that joining is under way, and what came of it when it failed. */
export function Invitation({ host, membership, welcomePoints }: InvitationProps) {
  const { texts } = host;
  const joining = membership.joining.value;
  const failure = joining !== 'under way' && joining?.ok === false ? joining : undefined;
  const points = texts.formatNumber(welcomePoints);
  return (
    <s-section heading={texts.translate('loyalty.invitation.heading')}>
      <s-stack gap="small">
        <s-paragraph>{texts.translate('loyalty.invitation.text')}</s-paragraph>
        {failure ? (
          <BuyerNotice
            host={host}
            failure={failure}
            onRetry={membership.join}
            retryHint={texts.translate('loyalty.join.retry_hint')}
          />
        ) : (
          <s-button loading={joining === 'under way'} onClick={membership.join}>
            {texts.translate('loyalty.join.button', { count: welcomePoints, points })}
          </s-button>
        )}
      </s-stack>
    </s-section>
  );
}
