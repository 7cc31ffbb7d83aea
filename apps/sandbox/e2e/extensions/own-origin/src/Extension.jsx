/** Fetches from the origin that serves its bundle. */
import { render } from 'preact';
export default async () => {
  const error = await fetch(new URL('/api', shopify.extension.scriptUrl)).catch((thrown) => thrown);
  render(
    <s-text>
      {error.name}: {error.message}
    </s-text>,
    document.body,
  );
};
