/**
 * Compares every block in every state with its picture as text, in `pictures/`. After a wanted change, take them again
 * with `pnpm --filter ./apps/sandbox e2e gallery-pictures --update-snapshots`, and read the difference.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { closeServer, findFreePort, listenOnLoopback } from '../src/node/http/listen.ts';
import { GALLERY_TIMEOUT_MS, openGallery, readPictures, toText } from './gallery-page.ts';
import { expect, otherSandboxTest, test } from './sandbox-page.ts';
import { PACKAGE, startSandbox } from './sandbox-process.ts';
import { createTheirServer } from './their-server.ts';

test.setTimeout(GALLERY_TIMEOUT_MS);

/** No other test makes this customer a member. */
const CUSTOMER = '990042';

/** The tile sends no request, so failures do not change it: one of the token and one of the server stand for all. */
const TILE_STATES = 'no-customer,customer,staff,offline,slow,audience,down';

const BLOCKS = {
  checkout: 'extension=checkout-extension&target=purchase.checkout.block.render',
  'order-status': 'extension=customer-account-extension&target=customer-account.order-status.block.render',
  'pos-tile': `extension=pos-extension&target=pos.home.tile.render&states=${TILE_STATES}`,
  'pos-modal': 'extension=pos-extension&target=pos.home.modal.render',
};

for (const [name, query] of Object.entries(BLOCKS)) {
  test(`${name}: every state looks as recorded, in English and French`, async ({ page }) => {
    await openGallery(page, `/gallery?${query}&customer=${CUSTOMER}&languages=en,fr`);
    expect(toText(await readPictures(page))).toMatchSnapshot(`${name}.txt`);
  });
}

/** One state for each kind of response from a server without error codes. */
const THEIR_STATES =
  'guest,customer,previous-secret,expired,audience,unavailable,down,rate-limited,failing,no-cors,slow,no-network,unsaved';

otherSandboxTest(
  "another app's block with its own server looks as recorded, in English and German",
  async ({ page }) => {
    process.env.XDG_STATE_HOME = join(PACKAGE, 'test-results/state');
    const port = await findFreePort(createServer);
    let output = '';
    const read = (name: string) => new RegExp(`SHOPIFY_API_${name}=(\\S+)`).exec(output)?.[1] ?? '';
    const theirs = createTheirServer(() => ({ clientId: read('KEY'), secret: read('SECRET') }));
    await listenOnLoopback(theirs, port);
    const extension = join(PACKAGE, 'e2e/their-block');
    const api = `http://localhost:${port}`;
    const sandbox = await startSandbox('--port', '0', '--extension', extension, '--api', api);
    try {
      output = sandbox.output();
      await openGallery(page, sandbox.url.replace('/#', `/gallery?languages=en,de&states=${THEIR_STATES}#`));
      expect(toText(await readPictures(page))).toMatchSnapshot('their-block.txt');
    } finally {
      await sandbox.stop();
      await closeServer(theirs);
    }
  },
);
