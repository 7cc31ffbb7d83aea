import { useSignal } from '@preact/signals';
import type { AdjustmentRequest } from '@session-token/shared';
import { MAX_POINTS, MAX_REASON_CHARACTERS, parsePoints, parseReason } from './form-values.ts';

interface AdjustmentFormProps {
  onSubmit: (adjustment: AdjustmentRequest) => void;
}

/** Asks for points to add or take, and a reason that the customer reads. Sends nothing itself. */
export function AdjustmentForm({ onSubmit }: AdjustmentFormProps) {
  const points = useSignal('');
  const reason = useSignal('');
  const isChecked = useSignal(false);
  const { i18n } = shopify;

  function submit(sign: 1 | -1) {
    isChecked.value = true;
    const amount = parsePoints(points.value);
    const text = parseReason(reason.value);
    if (amount && text) onSubmit({ points: sign * amount, reason: text });
  }
  const errorUnless = (isValid: unknown, key: string) =>
    isChecked.value && !isValid ? i18n.translate(key, { max: i18n.formatNumber(MAX_POINTS) }) : '';
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
        <s-button onClick={() => submit(1)}>{i18n.translate('loyalty.form.add')}</s-button>
        <s-button onClick={() => submit(-1)}>{i18n.translate('loyalty.form.take')}</s-button>
      </s-stack>
    </s-stack>
  );
}
