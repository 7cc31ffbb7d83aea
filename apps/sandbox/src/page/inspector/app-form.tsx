import type { Pasted } from '../model/inspection.ts';
import { Card } from '../panel/card.tsx';

interface AppFormProps {
  pasted: Pasted;
  change: (changes: Partial<Pasted>) => void;
}

type Setting = 'clientId' | 'secret' | 'previousSecret';

/** The app's client id and secrets, all optional. */
export function AppForm({ pasted, change }: AppFormProps) {
  const field = (name: Setting, label: string, isSecret: boolean) => (
    <label class="form-field">
      <span>{label}</span>
      {/* Not a password field: browsers offer to store passwords. */}
      <input
        class={isSecret ? 'masked' : ''}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck={false}
        value={pasted[name]}
        onInput={({ currentTarget }) => change({ [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <Card title="Your app" aside={<small class="subdued">optional</small>}>
      <div class="app-fields">
        {field('clientId', 'Client id', false)}
        {field('secret', 'Client secret', true)}
      </div>
      <details class="app-rotation">
        <summary>Rotating the secret?</summary>
        {field('previousSecret', 'Previous secret', true)}
      </details>
      <p class="privacy-note">
        The page checks the signature itself, with WebCrypto. Nothing is sent or stored, and the page cannot
        connect to anything.
      </p>
    </Card>
  );
}
