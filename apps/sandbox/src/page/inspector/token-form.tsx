import { exampleToken } from '../model/example-token.ts';
import { guiltyPart, type Inspection, type Pasted } from '../model/inspection.ts';
import { Card } from '../panel/card.tsx';

interface TokenFormProps {
  pasted: Pasted;
  inspection: Inspection | undefined;
  change: (changes: Partial<Pasted>) => void;
}

/** The field for the token, and the token in the colors of its parts. */
export function TokenForm({ pasted, inspection, change }: TokenFormProps) {
  return (
    <Card
      title="Token"
      aside={
        pasted.text === '' ? (
          <button
            type="button"
            class="text-button"
            title="A token that nobody signed"
            onClick={() => change({ text: exampleToken(Date.now()) })}
          >
            Try an example
          </button>
        ) : (
          <button type="button" class="text-button" onClick={() => change({ text: '' })}>
            Clear
          </button>
        )
      }
    >
      <label class="form-field">
        <span>A token, or a whole Authorization header</span>
        {/* Browsers keep texts of fields for autocompletion and session restore, and send them to spelling services. */}
        <textarea
          class="pasted-token"
          rows={4}
          autocomplete="off"
          autocorrect="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…"
          value={pasted.text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      </label>
      {inspection?.explanation.unverifiedHeader && <ColoredToken inspection={inspection} />}
    </Card>
  );
}

function ColoredToken({ inspection: { token, explanation } }: { inspection: Inspection }) {
  const [header, payload, signature] = token.split('.');
  const guilty = guiltyPart(explanation);
  const classOf = (part: typeof guilty) => (guilty === part ? `jwt-${part} guilty` : `jwt-${part}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long token scrolls, with the keyboard too.
    <p class="jwt" data-testid="token" tabIndex={0}>
      <span class={classOf('header')}>{header}</span>.<span class={classOf('payload')}>{payload}</span>.
      <span class={classOf('signature')}>{signature}</span>
    </p>
  );
}
