import type { ApiFailure } from '@session-token/extension-client';
import { describeFailure } from '../describe-failure.ts';
import { Notice } from '../views/index.ts';
import type { BuyerHost } from './host.ts';

interface BuyerNoticeProps {
  host: BuyerHost;
  failure: ApiFailure;
  onRetry: () => void;
  retryHint?: string;
}

/** A failure, as the surface at hand has to explain it. */
export function BuyerNotice({ host, failure, ...rest }: BuyerNoticeProps) {
  return (
    <Notice texts={host.texts} description={describeFailure(failure, host.failureContext())} {...rest} />
  );
}
