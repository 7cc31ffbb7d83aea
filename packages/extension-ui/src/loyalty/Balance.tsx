import type { LoyaltyEntry, LoyaltyMember } from '@session-token/shared';
import type { Texts } from '../texts.ts';

interface BalanceProps {
  texts: Texts;
  member: Pick<LoyaltyMember, 'balance' | 'entries'>;
}

/** The points of a member, and the latest changes of them. */
export function Balance({ texts, member: { balance, entries } }: BalanceProps) {
  const points = texts.formatNumber(balance);
  return (
    <s-stack gap="small">
      <s-text type="strong">{texts.translate('loyalty.balance', { count: balance, points })}</s-text>
      {entries.map((entry) => (
        <Entry key={entry.sequence} texts={texts} entry={entry} />
      ))}
    </s-stack>
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
