import '@shopify/shopify-api/adapters/node';
import { LogSeverity, shopifyApi } from '@shopify/shopify-api';

/** Configures Shopify's own library for one app. */
export const createShopify = (clientId, secret) =>
  shopifyApi({
    apiKey: clientId,
    apiSecretKey: secret,
    apiVersion: '2026-07',
    hostName: 'app.example',
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error },
  });
