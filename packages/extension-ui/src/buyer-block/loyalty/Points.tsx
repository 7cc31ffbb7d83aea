import type { LoyaltyEntry, LoyaltyMember } from '@session-token/shared';
import type { Texts } from '../../texts.ts';

interface PointsProps {
  texts: Texts;
  member: LoyaltyMember;
  /** What joining credited just now. */
  creditedPoints?: number;
}

/** The balance and the latest changes of it. */
export function Points({ texts, member, creditedPoints }: PointsProps) {
  return (
    <s-section heading={texts.translate('loyalty.heading')}>
      <s-stack gap="small">
        {creditedPoints !== undefined && <Joined texts={texts} creditedPoints={creditedPoints} />}
        <s-text type="strong">{countPoints(texts, 'loyalty.balance', member.balance)}</s-text>
        {member.entries.map((entry) => (
          <Entry key={entry.sequence} texts={texts} entry={entry} />
        ))}
      </s-stack>
    </s-section>
  );
}

function Joined({ texts, creditedPoints }: { texts: Texts; creditedPoints: number }) {
  return (
    <s-banner tone="success" heading={texts.translate('loyalty.joined.heading')}>
      <s-paragraph>
        {creditedPoints > 0
          ? countPoints(texts, 'loyalty.joined.credited', creditedPoints)
          : texts.translate('loyalty.joined.before')}
      </s-paragraph>
    </s-banner>
  );
}

function Entry({ texts, entry }: { texts: Texts; entry: LoyaltyEntry }) {
  const { kind, reason, points, createdAt } = entry;
  const date = texts.formatDate(new Date(createdAt), { dateStyle: 'medium' });
  return (
    <s-stack direction="inline" gap="small" justifyContent="space-between">
      <s-text>
        {reason ?? texts.translate(kind === 'welcome' ? 'loyalty.entry.welcome' : 'loyalty.entry.other')}
      </s-text>
      <s-text color="subdued">{`${date} · ${texts.formatNumber(points, { signDisplay: 'always' })}`}</s-text>
    </s-stack>
  );
}

function countPoints(texts: Texts, key: string, count: number): string {
  return texts.translate(key, { count, points: texts.formatNumber(count) });
}
