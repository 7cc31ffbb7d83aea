import type { ApiFailure } from '@session-token/extension-client';
import { describeFailure } from '../describe-failure.ts';
import type { BuyerHost } from './host.ts';

interface NoticeProps {
  host: BuyerHost;
  failure: ApiFailure;
  onRetry: () => void;
  /** What trying again does, where that is not plain. */
  retryHint?: string;
}

/**
 * A failure in plain words: what happened, what to do, and what to quote when asking for help.
 * Never of critical tone, which screen readers interrupt the buyer for: the order can go on.
 */
export function Notice({ host, failure, onRetry, retryHint }: NoticeProps) {
  const { texts } = host;
  const { topic, canRetry, reference } = describeFailure(failure, host.failureContext());
  return (
    <s-banner tone={topic === 'preview' ? 'info' : 'warning'} heading={texts.translate(`${topic}.heading`)}>
      <s-stack gap="small">
        <s-paragraph>{texts.translate(`${topic}.text`)}</s-paragraph>
        {canRetry && retryHint && <s-paragraph>{retryHint}</s-paragraph>}
        {reference && <s-text color="subdued">{reference}</s-text>}
        {canRetry && <s-button onClick={onRetry}>{texts.translate('retry')}</s-button>}
      </s-stack>
    </s-banner>
  );
}
