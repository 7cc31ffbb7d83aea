import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, otherSandboxTest as test } from './sandbox-page.ts';
import { PACKAGE, type SandboxProcess, startSandbox } from './sandbox-process.ts';

const MANIFEST = `api_version = "2025-10"

[[extensions]]
type = "ui_extension"
name = "First"
handle = "first"

[[extensions.targeting]]
target = "purchase.checkout.block.render"
module = "./src/Block.jsx"

[[extensions.targeting]]
target = "customer-account.order-status.block.render"
module = "./src/Block.jsx"

[[extensions]]
type = "ui_extension"
name = "Second"
handle = "second"

[[extensions.targeting]]
target = "purchase.checkout.block.render"
module = "./src/Block.jsx"
`;

const SOURCE = `import '@shopify/ui-extensions/preact';
import { render } from 'preact';
export default () => {
  render(<s-text>{\`\${process.env.GREETING} \${process.env.UNSET} on \${shopify.extension.target}\`}</s-text>, document.body);
};
`;

let root: string;
let running: SandboxProcess;

test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'their-app-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('shopify.app.toml', 'name = "Their app"');
  write('.env', 'GREETING=Hello');
  write(
    'extensions/discount/shopify.extension.toml',
    '[[extensions]]\ntype = "function"\nhandle = "discount"\n',
  );
  write('extensions/theirs/shopify.extension.toml', MANIFEST);
  write(
    'extensions/theirs/tsconfig.json',
    '{ "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "preact" } }',
  );
  write('extensions/theirs/src/Block.jsx', SOURCE);
  mkdirSync(join(root, 'node_modules/@shopify'), { recursive: true });
  for (const name of ['preact', '@shopify/ui-extensions']) {
    symlinkSync(join(PACKAGE, 'node_modules', name), join(root, 'node_modules', name), 'junction');
  }
  running = await startSandbox('--port', '0', '--extension', root);
});

test.afterAll(async () => {
  await running.stop();
  rmSync(root, { recursive: true });
});

test('an app outside this repository runs, with every surface and extension that it has', async ({
  page,
  sandbox,
}) => {
  await page.goto(running.url);
  await expect(sandbox.extension).toContainText('Hello undefined on purchase.checkout.block.render');

  await page.getByText('Customer account').click();
  await expect(sandbox.extension).toContainText(
    'Hello undefined on customer-account.order-status.block.render',
  );
  await expect(page.getByRole('radio', { name: 'POS' })).toBeDisabled();
  await page.getByText('1 warning about the extension theirs/first').click();
  await expect(page.getByText('process.env.UNSET is not set')).toBeVisible();

  await page.getByRole('toolbar').getByText('Checkout').click();
  await page.getByRole('combobox', { name: 'Extension' }).selectOption('theirs/second');
  await expect(page).toHaveURL(/extension=theirs%2Fsecond/);
  await expect(sandbox.extension).toContainText('second');
  await expect(sandbox.extension).toContainText('Hello undefined on purchase.checkout.block.render');
});
