import type { ApiFailure } from '@session-token/extension-client';
import { describeFailure, FailureBanner } from '@session-token/extension-ui';

interface StaffFailureProps {
  failure: ApiFailure;
  onRetry: () => void;
  retryHint?: string | undefined;
}

/** POS has no network capability and no editor, and cannot recognize a development version. */
const CONTEXT = { hasNetworkAccess: true, isEditor: false, isDevelopment: false };

/** Keys of the locales, by what staff can do. Anything else needs the person who manages the app. */
const MESSAGES: Readonly<Record<string, string>> = {
  busy: 'busy',
  timeout: 'busy',
  offline: 'offline',
  no_token: 'no_token',
};

/** Shows staff what they can do, and the reference for support. */
export function StaffFailure({ failure, onRetry, retryHint }: StaffFailureProps) {
  const { messageKey, canRetry, code, reference } = describeFailure(failure, CONTEXT);
  const description = {
    canRetry,
    code,
    // POS shows no advice for developers, so the code is part of the reference.
    reference: reference === code ? code : `${code} · ${reference}`,
  };
  const message = MESSAGES[messageKey] ?? 'unavailable';
  return (
    <FailureBanner
      i18n={shopify.i18n}
      message={message}
      description={description}
      onRetry={onRetry}
      retryHint={retryHint}
    />
  );
}
