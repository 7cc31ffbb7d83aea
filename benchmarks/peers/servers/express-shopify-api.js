import express from 'express';
import { equipExpress } from '../equipment/express.js';
import { describeSession } from '../session.js';
import { clientId, equipped, host, path, port, secret } from '../settings.js';
import { createShopify } from '../shopify.js';

/** Express with Shopify's own library. */
const shopify = createShopify(clientId, secret);
const app = express();
if (equipped) equipExpress(app);
app.get(path, async (request, response) => {
  response.set('access-control-allow-origin', '*');
  try {
    const token = request.headers.authorization.slice('Bearer '.length);
    response.json(describeSession(await shopify.session.decodeSessionToken(token)));
  } catch {
    response.status(401).json({ code: 'unauthorized' });
  }
});
app.listen(port, host);
