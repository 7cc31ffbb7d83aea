import { formatSpecimen, type TokenExplanation } from '@session-token/token-verify/explain';
import { CopyButton } from '../copy-button.tsx';
import { Card } from '../panel/card.tsx';

/** The shapes of the token, which can be published. */
export function SpecimenCard({ specimen }: { specimen: TokenExplanation['specimen'] }) {
  const text = formatSpecimen(specimen);
  return (
    <Card
      title="Specimen for an issue"
      aside={
        <CopyButton
          label="Copy"
          title="Copies the shapes and lengths, without any values"
          icon="link"
          text={() => text}
        />
      }
    >
      <p class="privacy-note">
        Shapes and lengths without any values: safe to publish.
        {specimen.surprises.length > 0 && (
          <>
            {' '}
            <b>Some forms were not seen before.</b> If Shopify issued this token, please report the specimen.
          </>
        )}
      </p>
      <pre class="specimen">{text}</pre>
    </Card>
  );
}
