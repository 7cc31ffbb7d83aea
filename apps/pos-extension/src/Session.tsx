import type { Query } from '@session-token/extension-client';
import { Loading } from '@session-token/extension-ui';
import type { SessionTokenResponse } from '@session-token/shared';
import { StaffFailure } from './StaffFailure.tsx';

interface SessionProps {
  session: Query<SessionTokenResponse>;
}

/** Shows the account that the server verified, next to POS's own data about the device. */
export function Session({ session }: SessionProps) {
  return (
    <s-section heading={shopify.i18n.translate('session.heading')}>
      <s-stack gap="small">
        <VerifiedAccount session={session} />
        <DeviceFacts />
      </s-stack>
    </s-section>
  );
}

function VerifiedAccount({ session }: SessionProps) {
  const result = session.result.value;
  if (!result) return <Loading label={shopify.i18n.translate('session.loading')} />;
  if (result.ok) {
    const { shop } = result.value;
    const userId = result.value.kind === 'staff' ? result.value.userId : '–';
    return (
      <s-banner tone="success" heading={shopify.i18n.translate('session.verified.heading', { shop })}>
        <s-text>{shopify.i18n.translate('session.verified.text', { userId })}</s-text>
      </s-banner>
    );
  }
  if (result.reason !== 'token_withheld') return <StaffFailure failure={result} onRetry={session.refetch} />;
  return <NoPermission onRetry={session.refetch} />;
}

/** POS withholds the token from accounts without the permission. This is not an error. */
function NoPermission({ onRetry }: { onRetry: () => void }) {
  return (
    <s-banner tone="info" heading={shopify.i18n.translate('no_permission.heading')}>
      <s-stack gap="small">
        <s-text>{shopify.i18n.translate('no_permission.text')}</s-text>
        <s-button onClick={onRetry}>{shopify.i18n.translate('no_permission.retry')}</s-button>
      </s-stack>
    </s-banner>
  );
}

/** The token names the logged-in account, never the staff member who is pinned in. */
function DeviceFacts() {
  const { shopDomain, shopId, userId, locationId, currency, posVersion } = shopify.session.currentSession;
  const pinned = shopify.session.staffMember.value?.id;
  return (
    <s-stack gap="small">
      <Fact name="shop" value={`${shopDomain} (${shopId})`} />
      <Fact name="user" value={String(userId)} />
      <Fact name="staff_member" value={pinned ? String(pinned) : shopify.i18n.translate('facts.nobody')} />
      <Fact name="location" value={String(locationId)} />
      <Fact name="currency" value={currency} />
      <Fact name="version" value={posVersion} />
    </s-stack>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <s-stack direction="inline" gap="small" justifyContent="space-between">
      <s-text color="subdued">{shopify.i18n.translate(`facts.${name}`)}</s-text>
      <s-text>{value}</s-text>
    </s-stack>
  );
}
