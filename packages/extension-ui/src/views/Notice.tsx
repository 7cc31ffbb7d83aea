import type { FailureDescription } from '../describe-failure.ts';
import type { Texts } from '../texts.ts';

interface NoticeProps {
  texts: Texts;
  description: FailureDescription;
  onRetry: () => void;
  /** What trying again does, where that is not plain. */
  retryHint?: string;
}

/**
 * A failure in plain words: what happened, what to do, and what to quote when asking for help.
 * Never of critical tone, which screen readers interrupt the reader for: the order can go on.
 */
export function Notice({ texts, description, onRetry, retryHint }: NoticeProps) {
  const { topic, canRetry, reference } = description;
  return (
    <s-banner tone={topic === 'preview' ? 'info' : 'warning'} heading={texts.translate(`${topic}.heading`)}>
      <s-stack gap="small">
        <s-text>{texts.translate(`${topic}.text`)}</s-text>
        {canRetry && retryHint && <s-text>{retryHint}</s-text>}
        {reference && <s-text color="subdued">{reference}</s-text>}
        {canRetry && <s-button onClick={onRetry}>{texts.translate('retry')}</s-button>}
      </s-stack>
    </s-banner>
  );
}
