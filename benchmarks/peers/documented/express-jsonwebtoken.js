import cors from 'cors';
import express from 'express';
import jsonwebtoken from 'jsonwebtoken';
import { clientId, host, path, port, secret } from '../settings.js';

/** Express with jsonwebtoken as in its README, or with all options for such tokens (`OPTIONS=all`). */
const options =
  process.env.OPTIONS === 'all'
    ? { algorithms: ['HS256'], audience: clientId, clockTolerance: 10 }
    : undefined;
const app = express();
app.use(cors());
app.get(path, (request, response) => {
  try {
    const token = request.headers.authorization?.split(' ')[1];
    const { dest, sub } = jsonwebtoken.verify(token, secret, options);
    response.json({ dest, sub });
  } catch {
    response.status(401).json({ error: 'unauthorized' });
  }
});
app.listen(port, host);
