import type { FailureDescription } from './describe-failure.ts';

interface NoticeProps {
  description: FailureDescription;
  onRetry: () => void;
}

/**
 * A failure in plain words: what happened, what to do, and what to quote when asking for help.
 * Never of critical tone, which screen readers interrupt the buyer for: the order can go on.
 */
export function Notice({ description, onRetry }: NoticeProps) {
  const { topic, canRetry, reference } = description;
  return (
    <s-banner
      tone={topic === 'preview' ? 'info' : 'warning'}
      heading={shopify.i18n.translate(`${topic}.heading`)}
    >
      <s-stack gap="small">
        <s-paragraph>{shopify.i18n.translate(`${topic}.text`)}</s-paragraph>
        {reference && <s-text color="subdued">{reference}</s-text>}
        {canRetry && <s-button onClick={onRetry}>{shopify.i18n.translate('retry')}</s-button>}
      </s-stack>
    </s-banner>
  );
}
