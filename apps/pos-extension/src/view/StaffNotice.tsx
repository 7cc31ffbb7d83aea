import type { ApiFailure } from '@session-token/extension-client';
import { describeFailure } from '@session-token/extension-ui';
import { Notice } from '@session-token/extension-ui/views';

interface StaffNoticeProps {
  failure: ApiFailure;
  onRetry: () => void;
  retryHint?: string;
}

/** POS knows neither the capability nor an editor. */
const CONTEXT = { hasNetworkAccess: true, isPreview: false };

/** A failure, as staff has to have it explained. */
export function StaffNotice({ failure, ...rest }: StaffNoticeProps) {
  return <Notice texts={shopify.i18n} description={describeFailure(failure, CONTEXT)} {...rest} />;
}
