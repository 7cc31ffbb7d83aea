import type { LoyaltyEntry, LoyaltyMember } from '@session-token/shared';
import type { I18n } from '../surface.ts';

interface BalanceProps {
  i18n: I18n;
  member: Pick<LoyaltyMember, 'balance' | 'entries'>;
}

/** Shows a member's points. `creditedPoints` is set if they just joined. */
export function Points({ i18n, member, creditedPoints }: BalanceProps & { creditedPoints?: number }) {
  return (
    <s-section heading={i18n.translate('loyalty.heading')}>
      <s-stack gap="small">
        {creditedPoints !== undefined && <Joined i18n={i18n} creditedPoints={creditedPoints} />}
        <Balance i18n={i18n} member={member} />
      </s-stack>
    </s-section>
  );
}

function Joined({ i18n, creditedPoints: count }: { i18n: I18n; creditedPoints: number }) {
  return (
    <s-banner tone="success" heading={i18n.translate('loyalty.joined.heading')}>
      <s-text>
        {count > 0
          ? i18n.translate('loyalty.joined.credited', { count, points: i18n.formatNumber(count) })
          : i18n.translate('loyalty.joined.before')}
      </s-text>
    </s-banner>
  );
}

/** Shows a member's balance and latest entries. */
export function Balance({ i18n, member: { balance, entries } }: BalanceProps) {
  const points = i18n.formatNumber(balance);
  return (
    <s-stack gap="small">
      <s-text type="strong">{i18n.translate('loyalty.balance', { count: balance, points })}</s-text>
      {entries.map((entry) => (
        <Entry key={entry.sequence} i18n={i18n} entry={entry} />
      ))}
    </s-stack>
  );
}

function Entry({ i18n, entry }: { i18n: I18n; entry: LoyaltyEntry }) {
  const { kind, reason, points, createdAt } = entry;
  const date = i18n.formatDate(new Date(createdAt), { dateStyle: 'medium' });
  return (
    <s-stack direction="inline" gap="small" justifyContent="space-between">
      <s-text>
        {reason ?? i18n.translate(kind === 'welcome' ? 'loyalty.entry.welcome' : 'loyalty.entry.unknown')}
      </s-text>
      <s-text color="subdued">{`${date} · ${i18n.formatNumber(points, { signDisplay: 'always' })}`}</s-text>
    </s-stack>
  );
}
