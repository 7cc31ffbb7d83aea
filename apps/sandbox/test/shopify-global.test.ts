import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { ApiInput } from '../src/apis/api.ts';
import { withApiTable } from '../src/apis/api-table.ts';
import { baseKind, isOptional } from '../src/apis/members.ts';
import { hostFunctions } from '../src/apis/registry.ts';
import { targetValues } from '../src/apis/target-values.ts';
import { membersOf, targetsOf, versionsOf } from '../src/contract/api-tables.ts';
import { SURFACES, type Surface, surfaceOf } from '../src/contract/surfaces.ts';
import { DEFAULT_STATE, type UrlState } from '../src/contract/url-state.ts';
import type { HostApi } from '../src/contract/worker-contract.ts';
import { DEFAULT_SCENE } from '../src/scene/scene.ts';
import type { ApiMembers, Kind } from '../src/schema/api-schema.ts';
import { notEmulated } from '../src/worker/apis/not-emulated.ts';
import { createShopifyGlobal } from '../src/worker/shopify-global.ts';

const manifestOf = (apiVersion: string) =>
  ({
    apiVersion,
    locales: { defaultLanguage: 'en', translations: { en: {} } },
    settings: [],
    capabilities: { apiAccess: false, networkAccess: true, blockProgress: false },
  }) as unknown as ApiInput['manifest'];

interface Options {
  host?: Partial<HostApi>;
  state?: Partial<UrlState>;
  apiVersion?: string;
}

function globalOf(target: string, { host = {}, state = {}, apiVersion = '2026-07' }: Options = {}) {
  const report = vi.fn();
  const manifest = manifestOf(apiVersion);
  const input = {
    target,
    state: { ...DEFAULT_STATE, ...state },
    scene: DEFAULT_SCENE,
    manifest,
    networkAccess: true,
    scriptUrl: 'http://x/e.js',
  };
  const start = {
    surface: surfaceOf(target),
    target,
    code: '',
    scriptUrl: input.scriptUrl,
    networkAccess: true,
    network: { proxyOrigin: 'http://x', policy: { appOrigins: [], allowedHosts: [] } },
    elements: {},
    members: membersOf(target, apiVersion),
    hostFunctions: [...hostFunctions(surfaceOf(target)).keys()],
    values: targetValues(input),
    entry: { key: '1', url: null },
    i18n: {
      locales: manifest.locales,
      language: 'en',
      shopLanguage: 'en',
      currency: 'USD',
      timezone: 'America/New_York',
    },
  };
  const { shopify, globals, emit } = createShopifyGlobal(
    start,
    { call: async () => undefined, ...host } as HostApi,
    report,
  );
  return { shopify, all: { ...shopify, window: globals } as Record<string, unknown>, report, emit };
}

const at = (root: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], root);

function kindAt(root: unknown, path: string): Kind {
  const value = at(root, path);
  if (typeof value === 'function') return 'function';
  const { subscribe } = Object(value) as { subscribe?: unknown };
  return typeof subscribe === 'function' && 'value' in (value as object) ? 'signal' : 'value';
}

/** The paths that an object really has, down to those that the types name. */
function pathsOf(root: Record<string, unknown>, members: ApiMembers, prefix = ''): string[] {
  return Object.keys(root).flatMap((name) => {
    const path = prefix + name;
    const leads = Object.keys(members).some((member) => member.startsWith(`${path}.`));
    return leads ? pathsOf(root[name] as Record<string, unknown>, members, `${path}.`) : [path];
  });
}

/** Functions that the host adds for bundles, on every surface. */
const HOST_OWN = ['extend', 'setSignals'];

/** Each target with each API version that changes its members. */
function changesOf(surface: Surface): [target: string, apiVersion: string][] {
  return targetsOf(surface).flatMap((target) => {
    const texts = versionsOf(target).map((version) => [version, JSON.stringify(membersOf(target, version))]);
    const changed = texts.filter(([, text], index) => text !== texts[index - 1]?.[1]);
    return changed.map(([version]): [string, string] => [target, version!]);
  });
}

describe.each(SURFACES)('the shopify global in %s', (surface) => {
  test.each(changesOf(surface))('%s in %s has exactly the members of its types', (target, apiVersion) => {
    const members = membersOf(target, apiVersion);
    const { all } = globalOf(target, { apiVersion });
    const paths = pathsOf(all, members).filter((path) => !HOST_OWN.includes(path));
    const expected = Object.entries(members).filter(
      ([path, kind]) => path !== 'extend' && (!isOptional(kind) || paths.includes(path)),
    );
    expect(paths.filter((path) => path !== 'window').sort()).toEqual(expected.map(([path]) => path).sort());
    for (const [path, kind] of expected) {
      const isFunction = baseKind(kind) === 'async' || baseKind(kind) === 'function';
      expect(kindAt(all, path), path).toBe(isFunction ? 'function' : baseKind(kind));
    }
  });
});

test.each([
  [
    'customer-account.profile.block.render',
    ['order', 'lines', 'requireLogin', 'cost', 'authenticationState'],
  ],
  ['customer-account.order-status.block.render', ['locationId', 'close', 'buyerJourney']],
  ['customer-account.order.action.menu-item.render', ['close', 'order']],
  ['purchase.checkout.block.render', ['orderConfirmation', 'target', 'authenticatedAccount', 'toast']],
  ['purchase.thank-you.block.render', ['applyCartLinesChange', 'instructions.lines']],
  ['pos.receipt-header.block.render', ['session.getSessionToken', 'cart', 'action', 'i18n']],
  ['pos.home.tile.render', ['addEventListener', 'scanner', 'order', 'reload']],
])('%s lacks what other targets have', (target, lacking) => {
  const { all } = globalOf(target);
  for (const path of lacking) expect(at(all, path), path).toBeUndefined();
});

test.each([
  ['customer-account.order.action.render', ['close', 'orderId', 'window.navigation.navigate']],
  ['customer-account.profile.company-location-staff.render-after', ['locationId']],
  ['customer-account.order-status.return-details.render-after', ['returnId', 'order']],
  ['pos.app.ready.data', ['addEventListener', 'cart.current']],
  ['pos.customer-details.block.render', ['customer.id']],
  ['pos.draft-order-details.action.render', ['draftOrder.name', 'scanner.sources.current']],
  ['pos.product-details.block.render', ['product.variantId']],
  ['pos.cart.line-item-details.action.render', ['cartLineItem.uuid']],
  ['pos.purchase.post.block.render', ['order.name']],
  ['pos.receipt-footer.block.render', ['session.shopDomain', 'transaction.lineItems']],
  ['pos.home.modal.render', ['window.close', 'window.navigation.back']],
  ['purchase.cart-line-item.line-components.render', ['target.value.lineComponents.0.merchandise.id']],
  ['purchase.address-autocomplete.suggest', ['signal.aborted', 'extension.target', 'target.value']],
])('%s has the resources of its screen', (target, present) => {
  const { all } = globalOf(target);
  for (const path of present) expect(at(all, path), path).toBeDefined();
});

test.each([
  ['purchase.checkout.block.render', '3.0.10'],
  ['purchase.address-autocomplete.suggest', '3.0.10'],
  ['customer-account.order-status.block.render', '3.0.10'],
  ['pos.home.tile.render', undefined],
])('a published version of %s has the version %s', (target, version) => {
  const versionOf = (published: boolean) =>
    at(globalOf(target, { state: { published } }).shopify, 'extension.version');
  expect(versionOf(true)).toBe(version);
  expect(versionOf(false)).toBeUndefined();
});

describe('a function that the sandbox does not emulate', () => {
  test('rejects where the host returns a promise, and tells the page', async () => {
    const report = vi.fn();
    const message = 'added.later() is not emulated by the sandbox.';
    await expect(notEmulated('added.later', 'async', report)()).rejects.toThrow(message);
    expect(report).toHaveBeenCalledExactlyOnceWith(message);
  });

  test('throws where the host returns at once', () => {
    const report = vi.fn();
    expect(notEmulated('toast.show', 'function', report)).toThrow(
      'toast.show() is not emulated by the sandbox.',
    );
    expect(report).toHaveBeenCalledOnce();
  });
});

test('navigation.currentEntry follows the page, and keeps its own state', () => {
  const call = vi.fn(async () => undefined);
  const { all, emit } = globalOf('customer-account.order.action.render', { host: { call } });
  const navigation = at(all, 'window.navigation') as Navigation;
  const listener = vi.fn();
  navigation.addEventListener('currententrychange', listener);
  const to = { key: '2', url: 'extension:/next', state: { step: 2 } };
  emit('currententrychange', { from: { key: '1', url: null, state: undefined }, to, navigationType: 'push' });
  expect(navigation.currentEntry).toMatchObject({ key: '2', url: 'extension:/next' });
  expect(navigation.currentEntry.getState()).toEqual({ step: 2 });
  expect(listener).toHaveBeenCalledExactlyOnceWith({
    from: expect.objectContaining({ url: null }),
    navigationType: 'push',
  });
  navigation.updateCurrentEntry({ state: { step: 3 } });
  expect(navigation.currentEntry.getState()).toEqual({ step: 3 });
  expect(call).toHaveBeenCalledWith('window.navigation.updateCurrentEntry', [{ step: 3 }]);
});

interface Navigation {
  currentEntry: { url: string | null; getState(): unknown };
  updateCurrentEntry(options: { state: unknown }): void;
  addEventListener(type: string, listener: () => void): void;
}

test('the README lists the emulation status of every API', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(withApiTable(readme)).toBe(readme);
});

test("a published version has a script on Shopify's CDN, and one in development does not", () => {
  const hostOf = (published: boolean) => {
    const { shopify } = globalOf('customer-account.page.render', { state: { published } });
    return new URL(at(shopify, 'extension.scriptUrl') as string).hostname;
  };
  expect(hostOf(true)).toBe('extensions.shopifycdn.com');
  expect(hostOf(false)).not.toContain('shopify');
});
