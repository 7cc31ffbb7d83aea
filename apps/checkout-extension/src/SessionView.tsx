import { describeFailure } from './describe-failure.ts';
import { Greeting } from './Greeting.tsx';
import { Notice } from './Notice.tsx';
import type { Session } from './session.ts';

interface SessionViewProps {
  session: Session;
}

/** Draws what is known so far, and draws it anew when that changes. */
export function SessionView({ session }: SessionViewProps) {
  const result = session.result.value;
  if (!result) return <Loading />;
  if (result.ok) return <Greeting session={result.value} />;
  return <Notice description={describeFailure(result)} onRetry={session.retry} />;
}

function Loading() {
  const label = shopify.i18n.translate('loading');
  return (
    <s-stack direction="inline" gap="small" alignItems="center">
      <s-spinner accessibilityLabel={label} />
      <s-text color="subdued">{label}</s-text>
    </s-stack>
  );
}
