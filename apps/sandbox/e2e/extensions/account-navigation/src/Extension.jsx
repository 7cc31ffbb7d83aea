/** A block on the profile, and a full page with several paths. */
import '@shopify/ui-extensions/preact';
import { render } from 'preact';

const isPage = shopify.extension.target === 'customer-account.page.render';
let changes = 0;
let ended = 'no intent';
async function replaceCard() {
  const activity = await shopify.intents.invoke(
    'open:shopify/SubscriptionContract,gid://shopify/SubscriptionContract/7?field=paymentMethod',
  );
  ended = (await activity.complete).code;
  draw();
}
function Page() {
  const { url, getState } = navigation.currentEntry;
  return (
    <s-stack>
      <s-text>
        {new URL(url).pathname} {JSON.stringify(getState())} {changes} changes
      </s-text>
      <s-button onClick={() => navigation.navigate('extension:/done')}>Finish</s-button>
    </s-stack>
  );
}
function Block() {
  return (
    <s-stack>
      <s-text>Block, {ended}</s-text>
      <s-button
        onClick={() =>
          navigation.navigate('extension://account-navigation/settings', {
            state: { step: 1 },
            history: 'auto',
          })
        }
      >
        Settings
      </s-button>
      <s-link href="https://example.com/help">Help</s-link>
      <s-link href="extension:/settings">Link</s-link>
      <s-button onClick={() => navigation.navigate('extension:nobody/')}>Nobody</s-button>
      <s-button onClick={replaceCard}>Card</s-button>
    </s-stack>
  );
}
const draw = () => render(isPage ? <Page /> : <Block />, document.body);
export default async () => {
  draw();
  navigation.addEventListener('currententrychange', () => {
    changes += 1;
    draw();
  });
};
