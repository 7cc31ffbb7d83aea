import { Loading } from '../views/index.ts';
import { BuyerNotice } from './BuyerNotice.tsx';
import type { Buyer } from './buyer.ts';
import { Greeting } from './Greeting.tsx';
import { Loyalty } from './loyalty/Loyalty.tsx';

interface BuyerBlockProps {
  buyer: Buyer;
}

/** Draws what is known so far, and draws it anew when that changes. */
export function BuyerBlock({ buyer }: BuyerBlockProps) {
  const { host, session } = buyer;
  const result = session.result.value;
  if (!result) return <Loading label={host.texts.translate('loading')} />;
  if (!result.ok) return <BuyerNotice host={host} failure={result} onRetry={session.askAgain} />;
  return (
    <s-stack gap="base">
      <Greeting texts={host.texts} session={result.value} />
      <Loyalty buyer={buyer} session={result.value} />
    </s-stack>
  );
}
