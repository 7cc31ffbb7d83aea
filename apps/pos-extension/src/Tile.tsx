import '@shopify/ui-extensions/preact';
import { render } from 'preact';

export default async () => {
  render(<Tile />, document.body);
};

/** Opens the modal. Disabled without a network, because the modal needs the server. */
function Tile() {
  const isOnline = shopify.connectivity.current.value.internetConnected === 'Connected';
  return (
    <s-tile
      heading={shopify.i18n.translate('tile.heading')}
      subheading={shopify.i18n.translate(isOnline ? 'tile.online' : 'tile.offline')}
      disabled={!isOnline}
      onClick={() => shopify.action.presentModal()}
    />
  );
}
