import type { ApiFailure } from '@session-token/extension-client';
import { StaffFailure } from '../StaffFailure.tsx';

interface LoyaltyFailureProps {
  failure: ApiFailure;
  onRetry: () => void;
  retryHint?: string | undefined;
}

/** Explains the two codes that only the loyalty routes return, and leaves the others to `StaffFailure`. */
export function LoyaltyFailure({ failure, onRetry, retryHint }: LoyaltyFailureProps) {
  const code = failure.reason === 'rejected' ? failure.code : undefined;
  if (code !== 'customer_not_enrolled' && code !== 'insufficient_points') {
    return <StaffFailure failure={failure} onRetry={onRetry} retryHint={retryHint} />;
  }
  const message = `loyalty.rejected.${code}`;
  return (
    <s-banner tone="warning" heading={shopify.i18n.translate(`${message}.heading`)}>
      <s-text>{shopify.i18n.translate(`${message}.text`)}</s-text>
    </s-banner>
  );
}
