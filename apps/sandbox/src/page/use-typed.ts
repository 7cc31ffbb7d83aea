import type { TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Keeps what is typed in a field until its value changes, for fields that report a finished text only (`change`). Any
 * other render would put the old value back.
 */
export function useTyped(value: string) {
  const [typed, setTyped] = useState<string>();
  // A new value replaces what is typed.
  useEffect(() => setTyped(undefined), [value]);
  return {
    value: typed ?? value,
    onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setTyped(currentTarget.value),
  };
}
