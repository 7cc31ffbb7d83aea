import type { ApiFailure } from '@session-token/extension-client';
import { describeFailure } from './describe-failure.ts';
import { FailureBanner } from './FailureBanner.tsx';
import type { BuyerSurface } from './surface.ts';

interface BuyerFailureProps {
  surface: BuyerSurface;
  failure: ApiFailure;
  /** Key of the locales with the sentence for buyers. It is the same for every cause. */
  message?: string;
  onRetry: () => void;
  retryHint?: string | undefined;
}

/** Shows buyers one neutral sentence and a reference; adds advice in the editor and in development. */
export function BuyerFailure(props: BuyerFailureProps) {
  const { surface, message = 'unavailable', onRetry, retryHint } = props;
  const { i18n } = surface;
  const context = surface.failureContext();
  const description = describeFailure(props.failure, context);
  const { messageKey } = description;
  if (messageKey === 'preview') {
    return (
      <s-banner tone="info" heading={i18n.translate('preview.heading')}>
        <s-text>{i18n.translate('preview.text')}</s-text>
      </s-banner>
    );
  }
  const advice =
    context.isEditor || context.isDevelopment ? i18n.translate(`developer.${messageKey}`) : undefined;
  return (
    <FailureBanner
      i18n={i18n}
      message={message}
      description={description}
      onRetry={onRetry}
      retryHint={retryHint}
      advice={advice}
    />
  );
}
