import type { TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Properties of an input that keep the typed text when the component renders again. For inputs that report their text on
 * `change` only: a render would put the old value back.
 */
export function useTyped(value: string) {
  const [typed, setTyped] = useState<string>();
  // A new value replaces the typed text.
  useEffect(() => setTyped(undefined), [value]);
  return {
    value: typed ?? value,
    onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setTyped(currentTarget.value),
  };
}
