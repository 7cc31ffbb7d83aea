import express from 'express';
import { sessionOf, sessionTokenGuard } from '../../../packages/token-verify/src/adapters/express.ts';
import { createSessionTokenVerifier } from '../../../packages/token-verify/src/index.ts';
import { clientId, host, path, port, secret } from '../settings.js';

/** Express with the adapter of this project. */
const verifier = createSessionTokenVerifier({ clientId, secrets: [secret] });
const app = express();
app.use(sessionTokenGuard({ verifier }));
app.get(path, (request, response) => {
  const { shop, kind } = sessionOf(request);
  response.json({ shop, kind });
});
app.listen(port, host);
