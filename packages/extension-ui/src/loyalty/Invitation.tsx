import type { useWrite } from '@session-token/extension-client';
import type { EnrollmentResponse } from '@session-token/shared';
import { BuyerFailure } from '../BuyerFailure.tsx';
import type { BuyerSurface } from '../surface.ts';

interface InvitationProps {
  surface: BuyerSurface;
  joining: ReturnType<typeof useWrite<EnrollmentResponse>>;
  welcomePoints: number;
}

/** Invites the customer to join, and shows a pending or failed attempt. */
export function Invitation({ surface, joining, welcomePoints }: InvitationProps) {
  const { i18n } = surface;
  const state = joining.state.value;
  const failure = state !== 'pending' && state?.ok === false ? state : undefined;
  const points = i18n.formatNumber(welcomePoints);
  return (
    <s-section heading={i18n.translate('loyalty.invitation.heading')}>
      <s-stack gap="small">
        <s-text>{i18n.translate('loyalty.invitation.text')}</s-text>
        {failure ? (
          <BuyerFailure
            surface={surface}
            failure={failure}
            message="loyalty.join.failed"
            onRetry={joining.send}
            retryHint={i18n.translate('loyalty.join.retry_hint')}
          />
        ) : (
          <s-button loading={state === 'pending'} onClick={joining.send}>
            {i18n.translate('loyalty.join.button', { count: welcomePoints, points })}
          </s-button>
        )}
      </s-stack>
    </s-section>
  );
}
