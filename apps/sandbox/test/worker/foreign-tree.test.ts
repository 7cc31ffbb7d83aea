import '@remote-dom/core/polyfill';
import { signal } from '@preact/signals';
import { type RemoteConnection, ROOT_ID } from '@remote-dom/core';
import { BatchingRemoteConnection, connectRemoteNode, setRemoteId } from '@remote-dom/core/elements';
import { DOMRemoteReceiver } from '@remote-dom/core/receivers';
import { type ComponentChild, Fragment, h, render } from 'preact';
import { createPortal } from 'preact/compat';
import { beforeEach, expect, test } from 'vitest';
import { elementPolicies } from '../../src/page/elements/element-policies.ts';
import { elementsOf } from '../../src/page/model/element-tables.ts';
import { createElementWarnings } from '../../src/worker/element-warnings.ts';
import { addInertStyles, defineRemoteElements } from '../../src/worker/remote-elements.ts';
import { filterTree } from '../../src/worker/tree-filter.ts';

const target = 'purchase.checkout.block.render';
const elements = elementsOf(target, '2026-07');
let messages: string[] = [];
/** Reports each kind once per file, so each test uses different names. */
const warnings = createElementWarnings({ elements, target, report: (message) => messages.push(message) });

addInertStyles(HTMLElement.prototype);
defineRemoteElements(elements, warnings);

let root: Element;
let page: Element;

beforeEach(async () => {
  if (root) render(null, root);
  messages = [];
  root = document.createElement('div');
  document.body.append(root);
  page = document.createElement('div');
  const receiver = new DOMRemoteReceiver({ root: page, elements: elementPolicies(elements) });
  setRemoteId(root, ROOT_ID);
  connectRemoteNode(
    root,
    new BatchingRemoteConnection(filterTree(receiver.connection as RemoteConnection, elements, warnings)),
  );
});

/** Renders in the worker and returns what arrived in the page as HTML. */
async function draw(child: ComponentChild): Promise<string> {
  render(child, root);
  await Promise.resolve();
  return markupOf(page);
}

const PROPERTIES = [
  'name',
  'heading',
  'value',
  'max',
  'disabled',
  'inlineSize',
  'alignItems',
  'gap',
  'href',
  'tone',
];

function markupOf(parent: Element): string {
  return [...parent.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return node.textContent;
      const slot = node.getAttribute('slot');
      const fields = PROPERTIES.map(
        (name) => [name, (node as unknown as Record<string, unknown>)[name]] as const,
      );
      const text = fields.filter(([, value]) => value !== undefined && value !== false);
      const attributes = text.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('');
      const tag = node.localName;
      return `<${tag}${slot ? ` slot=${slot}` : ''}${attributes}>${markupOf(node)}</${tag}>`;
    })
    .join('');
}

test('an unused element is defined on the first get, define or whenDefined', async () => {
  await expect(customElements.whenDefined('s-map')).resolves.toBeTypeOf('function');
  expect(customElements.get('s-divider')).toBeTypeOf('function');
  const Theirs = class extends HTMLElement {};
  expect(() => customElements.define('s-image', Theirs)).toThrow(/has already been defined/);
  customElements.define('their-own', Theirs);
  expect(customElements.get('their-own')).toBe(Theirs);
  expect(customElements.get('s-bannr')).toBeUndefined();
});

test('an unknown element and an HTML element lose themselves, not the tree', async () => {
  const tree = h(Fragment, null, [
    h('s-bannr', { heading: 'lost' }, h('s-text', null, 'inside')),
    h('div', { class: 'x', onClick() {} }, h('p', null, 'paragraph ', 7)),
    h('s-text', null, 'after'),
  ]);
  expect(await draw(tree)).toBe(
    '<sandbox-placeholder name="s-bannr"><s-text>inside</s-text></sandbox-placeholder>' +
      '<sandbox-placeholder name="div"><sandbox-placeholder name="p">paragraph 7</sandbox-placeholder></sandbox-placeholder>' +
      '<s-text>after</s-text>',
  );
  expect(messages).toEqual([
    '<s-bannr> is not available in purchase.checkout.block.render. Only its children are rendered. Did you mean <s-banner>?',
    '<div> is HTML, not an element of Shopify. Only its children are rendered.',
    '<p> is HTML, not an element of Shopify. Only its children are rendered.',
  ]);
});

test('a wrong value loses itself, and is named once and shortened', async () => {
  const field = (max: unknown) => h('s-number-field', { max, value: '3' });
  expect(await draw([field('many'), field('lots')])).toBe(
    '<s-number-field value="3"></s-number-field><s-number-field value="3"></s-number-field>',
  );
  expect(messages).toEqual(['<s-number-field> ignores "many" for "max": expected a number.']);
  await draw(h('s-heading', { id: { token: 'secret' } }, 'Title'));
  await draw(h('s-link', { href: `javascript:${'x'.repeat(60)}` }, 'Run'));
  expect(messages.slice(1)).toEqual([
    '<s-heading> ignores an object for "id": expected text.',
    `<s-link> ignores "javascript:${'x'.repeat(29)}…" for "href": the URL would run code.`,
  ]);
  expect(markupOf(page)).toBe('<s-link>Run</s-link>');
});

test('a value that changes to a wrong one is unset', async () => {
  expect(await draw(h('s-text-area', { value: 'one' }))).toBe('<s-text-area value="one"></s-text-area>');
  expect(await draw(h('s-text-area', { value: ['two'] }))).toBe('<s-text-area></s-text-area>');
  expect(messages).toEqual(['<s-text-area> ignores an array for "value": expected text.']);
});

test('values are converted as in a page', async () => {
  expect(await draw(h('s-text-field', { value: 5, disabled: 'true' }))).toBe(
    '<s-text-field value="5" disabled=true></s-text-field>',
  );
  // Preact sets an empty text for `undefined`.
  expect(await draw(h('s-text-field', { value: 5, disabled: undefined }))).toBe(
    '<s-text-field value="5"></s-text-field>',
  );
  expect(messages).toEqual([]);
});

test.each(['inline-size', 'inlineSize', 'inlinesize', 'INLINE-SIZE'])(
  'an attribute may be %s',
  async (name) => {
    const box = document.createElement('s-box');
    box.setAttribute(name, '50%');
    root.append(box);
    await Promise.resolve();
    expect(markupOf(page)).toBe('<s-box inlineSize="50%"></s-box>');
    box.removeAttribute(name);
    await Promise.resolve();
    expect(markupOf(page)).toBe('<s-box></s-box>');
    expect(messages).toEqual([]);
  },
);

test('HTML in a template has its attributes', async () => {
  root.innerHTML = '<s-stack gap="base" alignItems="center"><s-button disabled>Go</s-button></s-stack>';
  await Promise.resolve();
  expect(markupOf(page)).toBe(
    '<s-stack alignItems="center" gap="base"><s-button disabled=true>Go</s-button></s-stack>',
  );
});

test('attributes of HTML are accepted, and a style or a typo is named', async () => {
  const common = { class: 'a', className: 'b', 'data-x': '1', 'aria-label': 'y', role: 'note', key: 'k' };
  await draw(h('s-section', common));
  expect(messages).toEqual([]);
  expect(await draw(h('s-section', { style: { color: 'red', '--x': 1 } as never, headin: 'typo' }))).toBe(
    '<s-section></s-section>',
  );
  expect(messages).toEqual([
    '<s-section> has no "style": elements of Shopify cannot be styled.',
    '<s-section> has no property "headin", so "typo" is ignored. Did you mean "heading"?',
  ]);
  await draw(h('s-section', { token: 'eyJhbGciOiJIUzI1NiJ9.e30.x' }));
  expect(messages.at(-1)).toBe('<s-section> has no property "token", so a token is ignored.');
});

test.each(['onClick', 'onclick'])('%s is called', async (name) => {
  let clicks = 0;
  await draw(h('s-button', { [name]: () => (clicks += 1) }, 'Go'));
  page.firstElementChild!.dispatchEvent(new Event('click'));
  expect(clicks).toBe(1);
});

test('a listener that is never called is named', async () => {
  expect(await draw(h('s-badge', { onPress() {} }, 'New'))).toBe('<s-badge>New</s-badge>');
  await draw(h('s-banner', { onDismis() {} }));
  expect(messages).toEqual([
    '<s-badge> has no event "Press", so its listener is never called.',
    '<s-banner> has no event "Dismis", so its listener is never called. Did you mean "dismiss"?',
  ]);
});

test('keyed children move, and conditional ones come and go', async () => {
  const list = (...keys: string[]) => keys.map((key) => h('s-text', { key }, key));
  await draw(h('s-stack', null, list('a', 'b', 'c')));
  expect(await draw(h('s-stack', null, list('c', 'a'), false, null, 0))).toBe(
    '<s-stack><s-text>c</s-text><s-text>a</s-text>0</s-stack>',
  );
  expect(await draw(null)).toBe('');
});

test('portals, refs and slots work', async () => {
  let element: Element | null = null;
  const modal = h(
    's-button',
    {
      slot: 'primary-action',
      ref: (one: Element | null) => {
        element = one;
      },
    },
    'Ok',
  );
  expect(await draw(h('s-stack', null, createPortal(h('s-modal', { heading: 'M' }, modal), root)))).toContain(
    '<s-modal heading="M"><s-button slot=primary-action>Ok</s-button></s-modal>',
  );
  expect(element).toBe(root.querySelector('s-button'));
});

test('signals in JSX update the page', async () => {
  const heading = signal('one');
  const count = signal(1);
  expect(await draw(h('s-banner', { heading }, count as never))).toBe('<s-banner heading="one">1</s-banner>');
  heading.value = 'two';
  count.value = 2;
  await new Promise((resolve) => setTimeout(resolve));
  expect(markupOf(page)).toBe('<s-banner heading="two">2</s-banner>');
});
