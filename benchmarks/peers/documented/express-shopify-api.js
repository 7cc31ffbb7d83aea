import cors from 'cors';
import express from 'express';
import { clientId, host, path, port, secret } from '../settings.js';
import { createShopify } from '../shopify.js';

/** Express with `decodeSessionToken` of Shopify's own library. */
const shopify = createShopify(clientId, secret);
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
