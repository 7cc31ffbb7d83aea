import type { ApiFailure } from '@session-token/extension-client';
import { StaffFailure } from '../StaffFailure.tsx';

interface LoyaltyFailureProps {
  failure: ApiFailure;
  onRetry: () => void;
  retryHint?: string | undefined;
}

/** The codes that only the loyalty routes return. */
export const EXPLAINED_CODES: readonly string[] = [
  'customer_not_enrolled',
  'insufficient_points',
  'daily_credit_limit_reached',
];

/** Explains the codes of the loyalty routes, and leaves the others to `StaffFailure`. */
export function LoyaltyFailure({ failure, onRetry, retryHint }: LoyaltyFailureProps) {
  if (failure.reason !== 'rejected' || !EXPLAINED_CODES.includes(failure.code)) {
    return <StaffFailure failure={failure} onRetry={onRetry} retryHint={retryHint} />;
  }
  const message = `loyalty.rejected.${failure.code}`;
  return (
    <s-banner tone="warning" heading={shopify.i18n.translate(`${message}.heading`)}>
      <s-text>{shopify.i18n.translate(`${message}.text`)}</s-text>
    </s-banner>
  );
}
