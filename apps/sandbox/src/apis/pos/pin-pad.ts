import type { PinPad } from '../../contract/host-views.ts';
import type { Api } from '../api.ts';
import { fail, flagArgument, recordArgument, textArgument } from './cart/arguments.ts';

const AT = 'pinPad.showPinPad';

export const pinPad: Api = {
  host: {
    [AT]: (page, onSubmit: unknown, options: unknown = {}) =>
      page.openPinPad(
        toPinPad(functionArgument(onSubmit, 'onSubmit'), recordArgument(options, 'options', AT)),
      ),
  },
};

type Callback = (...args: unknown[]) => unknown;

function toPinPad(onSubmit: Callback, options: Record<string, unknown>): PinPad {
  const { title = 'Enter PIN', label = '', masked = true, autoSubmit = false } = options;
  const minLength = pinLength(options.minPinLength ?? 4, 'minPinLength');
  const maxLength = pinLength(options.maxPinLength ?? Math.max(6, minLength), 'maxPinLength');
  if (minLength > maxLength) fail(AT, 'minPinLength must not be above maxPinLength');
  const { onPinEntry, onDismissed, pinPadAction } = options;
  return {
    title: textArgument(title, 'title', AT),
    label: typeof label === 'string' ? label : fail(AT, 'label must be a text'),
    isMasked: flagArgument(masked, 'masked', AT),
    minLength,
    maxLength,
    isAutoSubmitted: flagArgument(autoSubmit, 'autoSubmit', AT),
    onSubmit,
    ...(onPinEntry !== undefined && { onEntry: functionArgument(onPinEntry, 'onPinEntry') }),
    ...(onDismissed !== undefined && { onDismissed: functionArgument(onDismissed, 'onDismissed') }),
    ...(pinPadAction !== undefined && { action: actionOf(recordArgument(pinPadAction, 'pinPadAction', AT)) }),
  };
}

const actionOf = ({ label, onClick }: Record<string, unknown>) => ({
  label: textArgument(label, 'pinPadAction.label', AT),
  onClick: functionArgument(onClick, 'pinPadAction.onClick'),
});

function functionArgument(value: unknown, name: string): Callback {
  if (typeof value !== 'function') fail(AT, `${name} must be a function`);
  return value as Callback;
}

function pinLength(value: unknown, name: string): number {
  const isLength = Number.isInteger(value) && (value as number) >= 4 && (value as number) <= 10;
  return isLength ? (value as number) : fail(AT, `${name} must be from 4 to 10`);
}

/** The extension's verdict on a PIN: `undefined` if accepted, otherwise the message to show. */
export function readVerdict(verdict: unknown): string | undefined {
  const { result, errorMessage } = Object(verdict) as { result?: unknown; errorMessage?: unknown };
  if (result === 'accept') return undefined;
  if (result === 'reject') return typeof errorMessage === 'string' ? errorMessage : 'The PIN was rejected.';
  return "onSubmit() must return { result: 'accept' } or { result: 'reject' }.";
}

/** Digits from the extension's own action, or `undefined` for anything else. */
export function readPin(pin: unknown, { minLength, maxLength }: Pick<PinPad, 'minLength' | 'maxLength'>) {
  if (!Array.isArray(pin) || pin.length < minLength || pin.length > maxLength) return undefined;
  return pin.every((digit) => Number.isInteger(digit) && digit >= 0 && digit <= 9)
    ? (pin as number[])
    : undefined;
}
