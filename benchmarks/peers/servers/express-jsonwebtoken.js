import express from 'express';
import jsonwebtoken from 'jsonwebtoken';
import { equipExpress } from '../equipment/express.js';
import { describeSession } from '../session.js';
import { clientId, equipped, host, path, port, secret } from '../settings.js';

/** Express with jsonwebtoken, the most common advice for verifying a JWT in Node. */
const app = express();
if (equipped) equipExpress(app);
const options = { algorithms: ['HS256'], audience: clientId, clockTolerance: 10 };
app.get(path, (request, response) => {
  response.set('access-control-allow-origin', '*');
  try {
    const token = request.headers.authorization.slice('Bearer '.length);
    response.json(describeSession(jsonwebtoken.verify(token, secret, options)));
  } catch {
    response.status(401).json({ code: 'unauthorized' });
  }
});
app.listen(port, host);
