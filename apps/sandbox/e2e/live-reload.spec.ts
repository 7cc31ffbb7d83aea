import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { GALLERY_TIMEOUT_MS, openGallery, readPictures, rowOf } from './gallery-page.ts';
import { expect, isolatedTest, SandboxPage, test } from './sandbox-page.ts';
import { startWatchedExtension, type WatchedExtension } from './watched-extension.ts';

const showing = (text: string) => `import { render } from 'preact';
export default async () => {
  render(<s-banner heading="${text}" />, document.body);
};
`;

let extension: WatchedExtension;
/** One page for all tests: it follows each save. */
let page: Page;
let sandbox: SandboxPage;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ sharedPage }) => {
  extension = await startWatchedExtension(showing('As it was'), {
    capabilities: ['network_access'],
    others: ['../pos-extension'],
  });
  page = await sharedPage.context.newPage();
  sandbox = new SandboxPage(page);
  await page.goto(extension.url);
});
test.afterAll(async () => {
  await page?.close();
  await extension?.stop();
});

test('a saved change appears without a reload of the page', async () => {
  await expect(sandbox.banner('As it was')).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));

  const savedAt = performance.now();
  extension.save(showing('As it is now'));
  await expect(sandbox.banner('As it is now')).toBeVisible();
  console.log(`    saved to visible: ${Math.round(performance.now() - savedAt)} ms`);
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
});

test('a build error covers the page with file and line until a save fixes it', async () => {
  extension.save(`${showing('Broken')}const = 1;\n`);
  const overlay = page.getByRole('alertdialog', { name: /The extension watched-\w+ does not build/ });
  await expect(overlay).toContainText(`${extension.file}:5:7`);
  await expect(overlay).toContainText('const = 1;');

  extension.save(showing('Fixed'));
  await expect(overlay).toBeHidden();
  await expect(sandbox.banner('Fixed')).toBeVisible();
});

test('the page notices that a folder is deleted and restored', async () => {
  extension.save(showing('Here'));
  await expect(sandbox.banner('Here')).toBeVisible();
  const directory = join(dirname(extension.file), '..');
  renameSync(directory, `${directory}-away`);
  const overlay = page.getByRole('alertdialog');
  await expect(overlay).toContainText('shopify.extension.toml is missing');
  renameSync(`${directory}-away`, directory);
  await expect(overlay).toBeHidden();
  extension.save(showing('Back'));
  await expect(sandbox.banner('Back')).toBeVisible();
});

test('typos in the TOML are reported with their line and suggestions', async () => {
  const file = join(dirname(extension.file), '../shopify.extension.toml');
  const manifest = readFileSync(file, 'utf8');
  writeFileSync(file, manifest.replace('.block.render', '.blok.render').replace('2026-07', '2026-7'));
  const overlay = page.getByRole('alertdialog');
  await expect(overlay).toContainText('unknown api_version "2026-7". Did you mean 2026-07');
  await expect(overlay).toContainText('unknown target "purchase.checkout.blok.render".');
  await expect(overlay).toContainText('Did you mean purchase.checkout.block.render');
  await expect(overlay).toContainText(`${file}:1:`);
  writeFileSync(file, manifest);
  await expect(overlay).toBeHidden();
});

test('an API version newer than the tables runs with the newest of them, and the page says so', async () => {
  const file = join(dirname(extension.file), '../shopify.extension.toml');
  const manifest = readFileSync(file, 'utf8');
  extension.save(showing('Still running'));
  writeFileSync(file, manifest.replace('2026-07', '2027-01'));
  const warnings = sandbox.extension.getByRole('status', { name: 'Warnings' });
  await expect(warnings).toContainText(
    'The sandbox does not know API version 2027-01, so elements and APIs are those of 2026-10.',
  );
  await expect(sandbox.banner('Still running')).toBeVisible();
  writeFileSync(file, manifest);
  await expect(warnings).toBeHidden();
});

test('the overlay can be closed, and opens again when another save fails', async () => {
  extension.save(showing('Fine'));
  await expect(sandbox.banner('Fine')).toBeVisible();
  const overlay = page.getByRole('alertdialog');
  extension.save(`${showing('Broken')}const = 1;\n`);
  await expect(overlay).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(overlay).toBeHidden();
  await page.getByRole('button', { name: /Show errors of watched/ }).click();
  await expect(overlay).toContainText('const = 1;');
  await overlay.getByRole('button', { name: 'Close' }).click();
  await expect(overlay).toBeHidden();
  extension.save(`${showing('Broken')}let = 1; const = 2;\n`);
  await expect(overlay).toBeVisible();
  extension.save(showing('Fine again'));
  await expect(overlay).toBeHidden();
});

test('an extension that does not build leaves the other surfaces uncovered', async () => {
  extension.save(showing('Fine'));
  const pos = new URL(extension.url);
  pos.searchParams.set('target', 'pos.home.tile.render');
  await page.goto(pos.href);
  await expect(sandbox.extension).toHaveAttribute('aria-busy', 'false');
  extension.save(`${showing('Broken')}const = 1;\n`);
  await expect(page.getByText(/The extension watched-\w+ does not build/)).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await sandbox.extension.getByRole('button').click();
  await expect(sandbox.presented).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('radio', { name: 'Checkout' }).press('Space');
  await expect(page.getByRole('alertdialog')).toContainText('const = 1;');
  extension.save(showing('Fine'));
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('an error that the extension throws is shown in its block', async () => {
  extension.save(`export default async () => { throw new Error('thrown by the extension'); };`);
  await expect(sandbox.extension.getByRole('alert')).toContainText('thrown by the extension');
});

test('a runtime error names the line of the source, in the start and in an event', async () => {
  extension.save(`import { render } from 'preact';
function explode() {
  const nothing = undefined;
  return nothing.length;
}
export default async () => {
  render(<s-button onClick={explode}>Explode</s-button>, document.body);
  explode();
};
`);
  const problems = sandbox.extension.getByRole('alert');
  await expect(problems).toContainText(/at .*src\/Checkout\.tsx:4:18/);
  await expect(problems).toContainText(/at .*src\/Checkout\.tsx:8:3/);
  await expect(problems).not.toContainText('extension.js:1:');

  const before = await problems.locator('pre').count();
  await sandbox.extension.getByRole('button', { name: 'Explode' }).click();
  await expect(problems.locator('pre')).toHaveCount(before + 1);
  await expect(problems.locator('pre').last()).toContainText(/src\/Checkout\.tsx:4:18/);
});

test('without network access, or from another host, no image is requested, and the page says why', async () => {
  extension.save(`import { render } from 'preact';
export default async () => {
  render(<><s-image src="https://images.example/a.png?stolen" alt="Remote" /><s-product-thumbnail src="//images.example/b.png" /><s-image src="/frame?stolen" /></>, document.body);
};
`);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const images = () => requested.filter((url) => /images\.example|stolen/.test(url)).length;
  const open = (network: string) => page.goto(extension.url.replace('/#', `/?network=${network}#`));

  await open('off');
  await expect(sandbox.extension.getByText('Not loaded: no network access')).toHaveCount(3);
  expect(images()).toBe(0);
  await open('on');
  await page.reload();
  const refused = sandbox.extension.getByText('Not loaded: start with --allow-host images.example');
  await expect(refused).toHaveCount(2);
  await expect(sandbox.extension.getByText('Not loaded: no absolute URL')).toHaveCount(1);
  expect(images()).toBe(0);
});

test('an element, a property or a value that the target lacks loses only itself', async () => {
  extension.save(`import { render } from 'preact';
export default async () => {
  render(
    <div class="wrapper">
      <s-app-nav><p>Inside an unknown element</p></s-app-nav>
      <style>{'.hidden-text {}'}</style>
      <s-banner headin="typo" tone={{ a: 1 } as never} style={{ color: 'red' } as never}>In a banner</s-banner>
      <s-link href="https://example.com/a">A link</s-link>
      <s-heading>The end</s-heading>
    </div>,
    document.body,
  );
};
`);
  for (const text of ['Inside an unknown element', 'In a banner', 'The end']) {
    await expect(sandbox.extension.getByText(text)).toBeVisible();
  }
  await expect(sandbox.extension.getByText('.hidden-text')).toBeHidden();
  await expect(sandbox.extension.getByRole('link', { name: 'A link' })).toHaveAttribute(
    'href',
    'https://example.com/a',
  );
  await expect(sandbox.extension.getByRole('alert')).toHaveCount(0);
  const warnings = sandbox.extension.getByRole('status', { name: 'Warnings' });
  await expect(warnings).toContainText('<div> is HTML, not an element of Shopify.');
  await expect(warnings).toContainText('<s-app-nav> is not available in purchase.checkout.block.render.');
  await expect(warnings).toContainText('<s-banner> has no property "headin", so "typo" is ignored.');
  await expect(warnings).toContainText('<s-banner> ignores an object for "tone": expected text.');
  await expect(warnings).toContainText('<s-banner> has no "style": elements of Shopify cannot be styled.');
});

test('window, self and globalThis are one scope, with what the worker has and nothing else', async () => {
  extension.save(`import { render } from 'preact';
const PRESENT = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask', 'fetch', 'Headers',
  'Request', 'Response', 'AbortController', 'atob', 'btoa', 'structuredClone', 'crypto', 'TextEncoder', 'TextDecoder',
  'URL', 'URLSearchParams', 'performance', 'console', 'document', 'customElements', 'HTMLElement', 'Event',
  'MutationObserver', 'shopify', 'addEventListener', 'location', 'navigator'];
const ABSENT = ['localStorage', 'sessionStorage', 'indexedDB', 'XMLHttpRequest', 'WebSocket', 'Worker', 'caches',
  'importScripts', 'postMessage', 'close', 'alert', 'process'];
export default async () => {
  const scopes = [window, self, globalThis] as unknown as Record<string, unknown>[];
  const wrong = [
    ...PRESENT.filter((name) => scopes.some((scope) => scope[name] === undefined)),
    ...ABSENT.filter((name) => scopes.some((scope) => scope[name] !== undefined)),
  ];
  const ticks = await new Promise((resolve) => {
    let count = 0;
    const timer = window.setInterval(() => {
      count += 1;
      if (count === 2) resolve(window.clearInterval(timer) ?? count);
    }, 1);
  });
  render(<s-text>Wrong: {wrong.join()}; the same: {String(window === globalThis && self === window)}; ticks: {ticks}; {window.atob(btoa('decoded'))}</s-text>, document.body);
};
`);
  await expect(sandbox.extension).toContainText('Wrong: ; the same: true; ticks: 2; decoded');
});

test('a bundle that needs process shows the reason', async () => {
  extension.save('console.log(process.cwd());\nexport default async () => {};\n');
  await expect(sandbox.extension.getByRole('alert')).toContainText('process is not defined');
});

test('an echo from the worker does not overwrite typing', async () => {
  extension.save(`import { render } from 'preact';
import { useState } from 'preact/hooks';
function Field() {
  const [value, setValue] = useState('');
  return <><s-text-field label="Name" value={value} onInput={(event) => setValue(event.currentTarget.value)} /><s-text>Hello {value}</s-text></>;
}
export default async () => { render(<Field />, document.body); };
`);
  const field = sandbox.extension.getByLabel('Name');
  await field.pressSequentially('The quick brown fox jumps over the lazy dog');
  await expect(field).toHaveValue('The quick brown fox jumps over the lazy dog');
  await expect(sandbox.extension).toContainText('Hello The quick brown fox jumps over the lazy dog');
});

test('shopify.reload() restarts the extension and keeps its storage', async () => {
  extension.save(`import { render } from 'preact';
export default async () => {
  const run = ((await shopify.storage.read('runs')) ?? 0) + 1;
  await shopify.storage.write('runs', run);
  render(<s-button onClick={() => shopify.reload()}>Run {run}</s-button>, document.body);
};
`);
  await sandbox.extension.getByRole('button', { name: /^Run \d$/ }).click();
  await expect(sandbox.extension.getByRole('button', { name: /^Run [2-9]$/ })).toBeVisible();
});

const failing = (message: string) => `export default async () => {
  document.body.append('Before');
  const headers = { Authorization: \`Bearer \${await shopify.sessionToken.get()}\` };
  const response = await fetch(\`\${process.env.APP_URL}/api/session-token\`, { headers });
  if (!response.ok) throw new Error('${message}');
};
`;

test("a cell of the gallery shows its worker's error, and a saved file renders all cells again", async () => {
  test.setTimeout(GALLERY_TIMEOUT_MS);
  extension.save(failing('It broke'));
  await openGallery(page, extension.url.replace('/#', '/gallery?states=guest,expired,audience#'));
  const audience = rowOf(page, 'Expired').getByRole('figure');
  await expect(audience.getByRole('alert')).toContainText('It broke');
  await expect(rowOf(page, 'Guest').getByRole('alert')).toHaveCount(0);
  const messages = (await readPictures(page)).map(({ state, messages: [first] }) => [state, first]);
  expect(messages).toContainEqual(['audience', 'It broke']);

  extension.save(failing('It broke again'));
  await expect(audience.getByRole('alert')).toContainText('It broke again', {
    timeout: GALLERY_TIMEOUT_MS,
  });
});

// The clock is that of the whole context.
isolatedTest('a cell whose worker never answers ends with an error', async ({ page: another }) => {
  test.setTimeout(GALLERY_TIMEOUT_MS);
  extension.save(`export default async () => {
  if (shopify.buyerIdentity?.customer.value) for (;;);
  document.body.append('Guest');
};
`);
  await another.clock.install();
  await another.goto(extension.url.replace('/#', '/gallery?states=guest,customer#'));
  await expect(rowOf(another, 'Guest').getByRole('img', { name: 'Guest' })).toBeVisible();
  await expect(another.getByText('1 of 2 rendered')).toBeVisible();
  await another.clock.fastForward('00:20');
  await expect(rowOf(another, 'Customer').getByRole('alert')).toContainText('did not settle');
});
