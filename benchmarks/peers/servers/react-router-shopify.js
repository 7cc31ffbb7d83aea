import '@shopify/shopify-app-react-router/adapters/node';
import { createRequestHandler } from '@react-router/express';
import { LogSeverity } from '@shopify/shopify-api';
import { shopifyApp } from '@shopify/shopify-app-react-router/server';
import express from 'express';
import { describeSession } from '../session.js';
import { clientId, host, path, port, secret } from '../settings.js';

/** Shopify's own stack: `authenticate.public.checkout` in a resource route of React Router, behind its Express adapter. */
const shopify = shopifyApp({
  apiKey: clientId,
  apiSecretKey: secret,
  apiVersion: '2026-07',
  appUrl: 'https://app.example',
  logger: { level: LogSeverity.Error },
  sessionStorage: emptySessionStorage(),
});

async function loader({ request }) {
  const { sessionToken, cors } = await shopify.authenticate.public.checkout(request);
  return cors(Response.json(describeSession(sessionToken)));
}

const route = { id: 'session-token', path: path.slice(1) };
const build = {
  entry: { module: { default: () => new Response('', { status: 404 }) } },
  routes: { [route.id]: { ...route, module: { loader } } },
  assets: {
    entry: { imports: [], module: '' },
    routes: { [route.id]: { ...route, hasLoader: true, hasErrorBoundary: false, module: '', imports: [] } },
    url: '',
    version: '',
  },
  assetsBuildDirectory: '',
  basename: '/',
  future: {},
  isSpaMode: false,
  prerender: [],
  publicPath: '/',
  routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
  ssr: true,
};
const app = express();
app.disable('x-powered-by');
app.all('*path', createRequestHandler({ build, mode: 'production' }));
app.listen(port, host);

/** A session storage that the library requires, although public routes read no session. */
function emptySessionStorage() {
  return {
    storeSession: async () => true,
    loadSession: async () => undefined,
    deleteSession: async () => true,
    deleteSessions: async () => true,
    findSessionsByShop: async () => [],
  };
}
