import { createHmac } from 'node:crypto';

/** The app that the fake Shopify knows, and the one store of its organization. */
export interface FakeApp {
  clientId: string;
  clientSecret: string;
  /** `name.myshopify.com` */
  shop: string;
}

type Answer = (variables: Record<string, unknown>) => object;

/**
 * Creates the responses of Shopify's GraphQL APIs to `app config link`, `app dev` and `app deploy`, by operation name (CLI
 * 4.8.2): a new app, as the Dev Dashboard creates it, and a development store.
 */
export function createAnswers({ clientId, clientSecret, shop }: FakeApp): Record<string, Answer> {
  return {
    UserInfo: () => ({
      currentUserAccount: {
        uuid: 'user',
        email: 'dev@fake-shopify.test',
        organizations: { nodes: [{ name: 'Fake Shopify' }] },
      },
    }),
    FindOrganizations: ({ organizationId }) => ({
      currentUserAccount: { organization: { id: organizationId, name: 'Fake Shopify' } },
    }),
    ActiveAppReleaseFromApiKey: () => ({
      app: {
        id: 'gid://shopify/App/1',
        key: clientId,
        organizationId: 'gid://shopify/Organization/1',
        activeRoot: {
          clientCredentials: { secrets: [{ key: clientSecret }] },
          grantedShopifyApprovalScopes: [],
        },
        activeRelease: {
          id: 'gid://shopify/Release/1',
          version: { name: 'Fake Shopify', appModules: NEW_APP },
        },
      },
    }),
    fetchSpecifications: () => ({ specifications: SPECIFICATIONS }),
    FetchStoreByDomain: ({ filters }) => ({
      organization: {
        id: 'gid://organization/Organization/1',
        name: 'Fake Shopify',
        accessibleShops: { edges: isForDevelopment(filters) ? [{ node: developmentStore(shop) }] : [] },
        currentUser: { organizationPermissions: [] },
      },
    }),
    CreateAssetURL: () => ({
      appRequestSourceUploadUrl: {
        sourceUploadUrl: 'https://storage.fake-shopify.test/bundle',
        userErrors: [],
      },
    }),
    DevSessionCreate: () => ({ devSessionCreate: { userErrors: [] } }),
    DevSessionUpdate: () => ({ devSessionUpdate: { userErrors: [] } }),
    DevSessionDelete: () => ({ devSessionDelete: { userErrors: [] } }),
    CreateAppVersion: () => ({
      appVersionCreate: { version: { ...NEW_VERSION, appModules: NEW_APP }, userErrors: [] },
    }),
    ReleaseVersion: () => ({ appReleaseCreate: { release: { version: NEW_VERSION }, userErrors: [] } }),
    publicApiVersions: () => ({ publicApiVersions: [{ handle: '2026-04' }, { handle: '2026-07' }] }),
    CliTesting: ({ topic, sharedSecret }) => ({
      cliTesting: sampleWebhook(String(topic), String(sharedSecret)),
    }),
  };
}

const specification = (identifier: string, experience: string, uidStrategy: string) => ({
  name: identifier,
  identifier,
  externalIdentifier: identifier,
  experience,
  features: [],
  uidStrategy: {
    __typename: uidStrategy,
    appModuleLimit: uidStrategy === 'UidStrategiesStatic' ? 1 : 50,
    isClientProvided: uidStrategy === 'UidStrategiesClientProvided',
  },
  validationSchema: null,
});

const SPECIFICATIONS = [
  specification('ui_extension', 'extension', 'UidStrategiesClientProvided'),
  specification('webhook_subscription', 'configuration', 'UidStrategiesDynamic'),
  ...['app_home', 'app_access', 'branding', 'webhooks', 'privacy_compliance_webhooks'].map((identifier) =>
    specification(identifier, 'configuration', 'UidStrategiesStatic'),
  ),
];

const appModule = (type: string, config: object) => ({
  uuid: type,
  userIdentifier: type,
  handle: type,
  config,
  target: null,
  specification: {
    identifier: type,
    externalIdentifier: type,
    name: type,
    experience: 'configuration',
    managementExperience: 'cli',
  },
});

/** The settings that the Dev Dashboard gives a new app. */
const NEW_APP = [
  appModule('app_home', { app_url: 'https://shopify.dev/apps/default-app-home', embedded: true }),
  appModule('branding', { name: 'Fake Shopify', app_handle: 'fake-shopify' }),
  appModule('app_access', {
    scopes: '',
    redirect_url_allowlist: ['https://shopify.dev/apps/default-app-home/api/auth'],
  }),
  appModule('webhooks', { api_version: '2026-07' }),
];

const NEW_VERSION = { id: 'gid://shopify/Version/2', metadata: { versionTag: 'app-2', message: null } };

function isForDevelopment(filters: unknown): boolean {
  const [storeType] = filters as Array<{ value: string }>;
  return storeType?.value === 'app_development';
}

const developmentStore = (shop: string) => ({
  id: 'gid://organization/Shop/1',
  externalId: Buffer.from('gid://shopify/Shop/1').toString('base64'),
  name: 'Fake Shopify',
  storeType: 'APP_DEVELOPMENT',
  primaryDomain: shop,
  shortName: shop.split('.')[0],
  url: shop,
});

/** Creates the sample that the CLI forwards to the app's server. Its shop is `null`, as in Shopify's webhook reference. */
function sampleWebhook(topic: string, secret: string) {
  const samplePayload = JSON.stringify({
    id: 548380009,
    name: 'Super Toys',
    domain: null,
    myshopify_domain: null,
  });
  const headers = {
    'Content-Type': 'application/json',
    'X-Shopify-Topic': topic,
    'X-Shopify-Webhook-Id': 'fake-shopify-sample',
    'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(samplePayload).digest('base64'),
  };
  return { samplePayload, headers: JSON.stringify(headers), success: true, errors: [] };
}
