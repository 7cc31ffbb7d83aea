import { useState } from 'preact/hooks';
import { readPin, readVerdict } from '../../../apis/pos/pin-pad.ts';
import type { PinPad } from '../../../contract/host-views.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Overlay } from './overlay.tsx';

export function PinPadView({ model }: { model: SandboxModel }) {
  const { pinPad } = model.pos;
  if (!pinPad.value) return null;
  return (
    <Pad
      pad={pinPad.value}
      onClose={() => {
        pinPad.value = undefined;
      }}
    />
  );
}

/** Takes a PIN. The extension accepts it, which closes the pad, or rejects it with a message. */
function Pad({ pad, onClose }: { pad: PinPad; onClose: () => void }) {
  const [pin, setPin] = useState<readonly number[]>([]);
  const [problem, setProblem] = useState<string>();

  function dismiss(result: { completed: boolean; pin?: readonly number[] }): void {
    onClose();
    void pad.onDismissed?.(result);
  }

  async function submit(digits: readonly number[]): Promise<void> {
    const failure = await attempt(() => pad.onSubmit(digits));
    if (failure === undefined) return dismiss({ completed: true, pin: digits });
    setProblem(failure);
    setPin([]);
  }

  function enter(digits: readonly number[]): void {
    setProblem(undefined);
    setPin(digits);
    void pad.onEntry?.(digits);
    if (pad.isAutoSubmitted && digits.length === pad.maxLength) void submit(digits);
  }

  async function runAction(): Promise<void> {
    const digits = readPin(await pad.action!.onClick(), pad);
    if (digits) await submit(digits);
    else setProblem(`The action must return ${pad.minLength} to ${pad.maxLength} digits.`);
  }

  return (
    <Overlay label={pad.title} onClose={() => dismiss({ completed: false })} aside={<b>{pad.title}</b>}>
      <div class="pin-pad">
        {pad.label && <p>{pad.label}</p>}
        <output aria-label="PIN">{pad.isMasked ? '•'.repeat(pin.length) : pin.join('')}</output>
        {problem && <p role="alert">{problem}</p>}
        {pad.action && (
          <button type="button" class="text-button" onClick={() => void runAction()}>
            {pad.action.label}
          </button>
        )}
        <div class="pin-keys">
          {[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => (
            <button
              key={digit}
              type="button"
              class="action"
              disabled={pin.length >= pad.maxLength}
              onClick={() => enter([...pin, digit])}
            >
              {digit}
            </button>
          ))}
          <button
            type="button"
            class="action"
            disabled={pin.length === 0}
            onClick={() => enter(pin.slice(0, -1))}
          >
            Delete
          </button>
          <button
            type="button"
            class="action"
            disabled={pin.length < pad.minLength}
            onClick={() => void submit(pin)}
          >
            Submit
          </button>
        </div>
      </div>
    </Overlay>
  );
}

/** The message to show for a rejected PIN; an error of the extension rejects it, too. */
async function attempt(ask: () => unknown): Promise<string | undefined> {
  try {
    return readVerdict(await ask());
  } catch (error) {
    return (error as Error).message;
  }
}
