import type { LoyaltyMember } from '@session-token/shared';
import type { Texts } from '../../texts.ts';
import { Balance } from '../../views/index.ts';

interface PointsProps {
  texts: Texts;
  member: LoyaltyMember;
  /** What joining credited just now. */
  creditedPoints?: number;
}

export function Points({ texts, member, creditedPoints }: PointsProps) {
  return (
    <s-section heading={texts.translate('loyalty.heading')}>
      <s-stack gap="small">
        {creditedPoints !== undefined && <Joined texts={texts} creditedPoints={creditedPoints} />}
        <Balance texts={texts} member={member} />
      </s-stack>
    </s-section>
  );
}

function Joined({ texts, creditedPoints: count }: { texts: Texts; creditedPoints: number }) {
  return (
    <s-banner tone="success" heading={texts.translate('loyalty.joined.heading')}>
      <s-paragraph>
        {count > 0
          ? texts.translate('loyalty.joined.credited', { count, points: texts.formatNumber(count) })
          : texts.translate('loyalty.joined.before')}
      </s-paragraph>
    </s-banner>
  );
}
