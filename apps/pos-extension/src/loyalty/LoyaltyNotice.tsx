import type { ApiFailure } from '@session-token/extension-client';
import { Notice } from '@session-token/extension-ui/views';
import { StaffNotice } from '../view/StaffNotice.tsx';

interface LoyaltyNoticeProps {
  failure: ApiFailure;
  onRetry: () => void;
  retryHint?: string;
}

/** What only loyalty refuses, before what can happen to any request. */
export function LoyaltyNotice(props: LoyaltyNoticeProps) {
  const { failure } = props;
  const code = failure.reason === 'refused' ? failure.code : undefined;
  if (code !== 'customer_not_enrolled' && code !== 'insufficient_points') return <StaffNotice {...props} />;
  const description = { topic: `loyalty.refused.${code}`, canRetry: false, reference: undefined };
  return <Notice texts={shopify.i18n} description={description} {...props} />;
}
