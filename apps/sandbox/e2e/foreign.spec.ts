import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { closeServer, findFreePort, listenOnLoopback } from '../src/node/http/listen.ts';
import { expect, otherSandboxTest as test } from './sandbox-page.ts';
import { PACKAGE, type SandboxProcess, startSandbox } from './sandbox-process.ts';

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization' };

// One sandbox for all tests of the file.
test.describe.configure({ mode: 'default' });

let secret = '';
let port: number;
let running: SandboxProcess;
let theirs: Server | undefined;
const hosts = new Set<string | undefined>();

/** A server that knows nothing of this repository: it checks the signature and the audience, and has no error codes. */
function accepts(authorization = ''): boolean {
  const [header, payload, signature] = authorization.replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  const { aud } = JSON.parse(Buffer.from(payload ?? 'e30', 'base64url').toString());
  return signature === expected && aud === '00000000000000000000000000000042';
}

async function startTheirs(): Promise<void> {
  theirs = createServer(async (request, response) => {
    hosts.add(request.headers.host);
    if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
    if (!accepts(request.headers.authorization)) return response.writeHead(401, CORS).end('no');
    if (request.url === '/moved') return response.writeHead(307, { ...CORS, location: '/hello?moved' }).end();
    if (request.url === '/www')
      return response.writeHead(307, { ...CORS, location: 'https://foreign.example/hello' }).end();
    if (request.url === '/away')
      return response.writeHead(307, { ...CORS, location: 'https://evil.example/' }).end();
    return response.writeHead(200, CORS).end(`hello ${await text(request)}`);
  });
  await listenOnLoopback(theirs, port);
}

const stopTheirs = async () => {
  if (theirs) await closeServer(theirs);
  theirs = undefined;
};

test.beforeAll(async () => {
  port = await findFreePort(createServer);
  process.env.XDG_STATE_HOME = join(PACKAGE, 'test-results/state');
  const extension = join(PACKAGE, 'e2e/foreign');
  running = await startSandbox('--port', '0', '--extension', extension, '--api', `http://localhost:${port}`);
  secret = /SHOPIFY_API_SECRET=(\S+)/.exec(running.output())![1]!;
});
test.afterAll(async () => {
  await running.stop();
  await stopTheirs();
});
test.afterEach(stopTheirs);

test("the page waits for the developer's server, and runs the extension against it", async ({
  sandbox,
  page,
}) => {
  expect(running.output()).toContain(`nothing listens at http://localhost:${port} yet`);
  expect(running.output()).toContain('SHOPIFY_API_KEY=00000000000000000000000000000042');
  await page.goto(running.url);
  await expect(page.getByRole('alert')).toContainText(`Nothing listens at http://localhost:${port}.`);
  await startTheirs();
  await expect(sandbox.extension).toContainText('Done');
  await expect(page.getByRole('alert')).toHaveCount(0);

  const proxy = /built in: 200 hello {2}from (http:\S+)\/hello;/.exec(
    (await sandbox.extension.textContent()) ?? '',
  )?.[1];
  await expect(sandbox.extension).toContainText(`redirected: 200 hello  from ${proxy}/hello?moved;`);
  // The browser drops the token on the way to another origin, as in production.
  await expect(sandbox.extension).toContainText('other origin: 401 no from https://foreign.example/hello;');
  await expect(sandbox.extension).toContainText(
    'application URL: 200 hello  from https://foreign.example/hello;',
  );
  await expect(sandbox.extension).toContainText('tunnel: 200 hello posted from https://tunnel.example/echo;');
  await expect(sandbox.extension).toContainText(/third party: .*--allow-host third-party\.example/);
  await expect(sandbox.extension).toContainText('away: Failed to fetch');
  await expect(sandbox.outcome).toContainText('Accepted');
  await expect(sandbox.exchanges('POST').locator('.path').first()).toHaveText('https://tunnel.example/echo');
  const refused = sandbox.exchanges('GET').filter({ hasText: 'https://third-party.example/track' });
  await expect(refused.locator('.status')).toHaveText('not sent');
  await expect(sandbox.exchanges('GET').filter({ hasText: '/away' })).toContainText(
    '--allow-host evil.example',
  );
  expect([...hosts]).toEqual([`localhost:${port}`]);
});

test('a rejection shows the status of a server without error codes, and how to fix all of them', async ({
  sandbox,
  page,
}) => {
  await startTheirs();
  await page.goto(running.url.replace('/#', '/?fault=secret#'));
  await expect(sandbox.outcome).toContainText('Rejected 401');
  await expect(sandbox.outcome).toContainText('start it with the SHOPIFY_API_KEY');
  await expect(sandbox.outcome).toContainText('As expected.');
  await expect(sandbox.outcome.getByRole('link')).toHaveCount(0);
});

test('says when the server accepts a token that it must reject', async ({ sandbox, page }) => {
  await startTheirs();
  // Their server checks no times.
  await page.goto(running.url.replace('/#', '/?fault=expired#'));
  await expect(sandbox.outcome).toContainText('Your server must reject this token, but accepted it.');
});
