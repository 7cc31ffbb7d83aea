import type { ApiFailure } from '@session-token/extension-client';
import { describeFailure, type FailureDescription } from '@session-token/extension-ui';
import { Notice } from '@session-token/extension-ui/views';

interface StaffNoticeProps {
  failure: ApiFailure;
  onRetry: () => void;
  retryHint?: string;
}

/** A failure, as staff has to have it explained. */
export function StaffNotice({ failure, ...rest }: StaffNoticeProps) {
  return <Notice texts={shopify.i18n} description={describeForStaff(failure)} {...rest} />;
}

/** What only staff can run into, before what can happen on every surface. */
function describeForStaff(failure: ApiFailure): FailureDescription {
  if (failure.reason === 'refused') {
    const { code } = failure;
    if (code === 'customer_not_enrolled' || code === 'insufficient_points') {
      return { topic: `refused.${code}`, canRetry: false, reference: undefined };
    }
  }
  // POS knows neither the capability nor an editor.
  return describeFailure(failure, { hasNetworkAccess: true, isPreview: false });
}
