import { useSignal } from '@preact/signals';
import type { Adjusting } from './adjusting.ts';
import { MAX_POINTS, MAX_REASON_CHARACTERS, parsePoints, parseReason } from './parse-entries.ts';

interface AdjustmentFormProps {
  adjusting: Adjusting;
}

/** Adds or takes points; the reason is for the customer to read. Nothing is sent before it is confirmed. */
export function AdjustmentForm({ adjusting }: AdjustmentFormProps) {
  const points = useSignal('');
  const reason = useSignal('');
  const isChecked = useSignal(false);
  const { i18n } = shopify;

  function propose(sign: 1 | -1) {
    isChecked.value = true;
    const amount = parsePoints(points.value);
    const why = parseReason(reason.value);
    if (amount && why) adjusting.propose({ points: sign * amount, reason: why });
  }
  const errorUnless = (isRight: unknown, key: string) =>
    isChecked.value && !isRight ? i18n.translate(key, { max: i18n.formatNumber(MAX_POINTS) }) : '';
  return (
    <s-stack gap="small">
      <s-number-field
        label={i18n.translate('loyalty.form.points')}
        min={1}
        max={MAX_POINTS}
        inputMode="numeric"
        value={points.value}
        error={errorUnless(parsePoints(points.value), 'loyalty.form.points_error')}
        onInput={(event) => {
          points.value = event.currentTarget.value ?? '';
        }}
      />
      <s-text-field
        label={i18n.translate('loyalty.form.reason')}
        maxLength={MAX_REASON_CHARACTERS}
        value={reason.value}
        error={errorUnless(parseReason(reason.value), 'loyalty.form.reason_error')}
        onInput={(event) => {
          reason.value = event.currentTarget.value ?? '';
        }}
      />
      <s-stack direction="inline" gap="small">
        <s-button onClick={() => propose(1)}>{i18n.translate('loyalty.form.add')}</s-button>
        <s-button onClick={() => propose(-1)}>{i18n.translate('loyalty.form.take')}</s-button>
      </s-stack>
    </s-stack>
  );
}
