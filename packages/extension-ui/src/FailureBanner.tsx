import type { FailureDescription } from './describe-failure.ts';
import type { I18n } from './surface.ts';

interface FailureBannerProps {
  i18n: I18n;
  /** Key of the locales that has a `heading` and a `text`. */
  message: string;
  description: Pick<FailureDescription, 'canRetry' | 'code' | 'reference'>;
  onRetry: () => void;
  /** Explains what a retry does. */
  retryHint?: string | undefined;
  /** Advice for developers. Omit it where buyers may see the banner. */
  advice?: string | undefined;
}

/**
 * Shows that something failed and what to do. The tone is never critical, because screen readers would interrupt the
 * buyer, who can still complete the order.
 */
export function FailureBanner({
  i18n,
  message,
  description,
  onRetry,
  retryHint,
  advice,
}: FailureBannerProps) {
  const { canRetry, code, reference } = description;
  return (
    <s-banner tone="warning" heading={i18n.translate(`${message}.heading`)}>
      <s-stack gap="small">
        <s-text>{i18n.translate(`${message}.text`)}</s-text>
        {canRetry && retryHint && <s-text>{retryHint}</s-text>}
        <s-text color="subdued">{i18n.translate('reference', { reference })}</s-text>
        {canRetry && <s-button onClick={onRetry}>{i18n.translate('retry')}</s-button>}
        {advice && <s-text>{`${i18n.translate('developer.label', { code })} ${advice}`}</s-text>}
      </s-stack>
    </s-banner>
  );
}
