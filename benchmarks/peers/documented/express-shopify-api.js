import '@shopify/shopify-api/adapters/node';
import { LogSeverity, shopifyApi } from '@shopify/shopify-api';
import cors from 'cors';
import express from 'express';
import { clientId, host, path, port, secret } from '../settings.js';

/** Express with `decodeSessionToken` of Shopify's own library. */
const shopify = shopifyApi({
  apiKey: clientId,
  apiSecretKey: secret,
  apiVersion: '2026-07',
  hostName: 'app.example',
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});
const app = express();
app.use(cors());
app.get(path, async (request, response) => {
  try {
    const token = request.headers.authorization?.split(' ')[1];
    const { dest, sub } = await shopify.session.decodeSessionToken(token);
    response.json({ dest, sub });
  } catch {
    response.status(401).json({ error: 'unauthorized' });
  }
});
app.listen(port, host);
