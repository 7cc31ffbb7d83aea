import '@shopify/ui-extensions/preact';
import {
  createStaffClient,
  readApiBaseUrl,
  type StaffClient,
  useQuery,
} from '@session-token/extension-client';
import { render } from 'preact';
import { Loyalty } from './loyalty/Loyalty.tsx';
import { Session } from './Session.tsx';

export default async () => {
  const client = createStaffClient({
    // APP_URL at build time. Nothing changes it later, so tokens go to no other server.
    apiBaseUrl: readApiBaseUrl(),
    // Called right before each request. Undefined if the account lacks the permission for the app.
    getToken: () => shopify.session.getSessionToken(),
  });
  render(<Modal client={client} />, document.body);
};

function Modal({ client }: { client: StaffClient }) {
  // GET /api/session-token, with the token as `Authorization: Bearer`
  const session = useQuery((signal) => client.readSession(signal));
  return (
    <s-page heading={shopify.i18n.translate('page')}>
      <s-scroll-box>
        <s-stack gap="large" padding="base">
          <Loyalty client={client} isVerified={session.result.value?.ok === true} />
          <Session session={session} />
        </s-stack>
      </s-scroll-box>
    </s-page>
  );
}
