/** Renders its target's data, or suggests an address. */
import '@shopify/ui-extensions/preact';
import { render } from 'preact';
export default async () => {
  const { extension } = shopify;
  if (extension.target.endsWith('.suggest')) {
    return {
      suggestions: [
        {
          label: `${shopify.target.value} 1, Bangor`,
          extra: 1,
          formattedAddress: { address1: 'Pier 1', city: 'Bangor', zip: 5 },
        },
      ],
    };
  }
  render(<View />, document.body);
};
function View() {
  const { title, merchandise } = shopify.target.value;
  const selected = shopify.isTargetSelected?.value ? 'selected' : '';
  return (
    <s-text>
      On {title ?? merchandise.title} {selected}
    </s-text>
  );
}
