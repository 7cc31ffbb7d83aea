import type { ExtensionState } from '../../contract/extension-state.ts';
import { isFullPage } from '../../contract/surfaces.ts';

/** Where a link or `navigation.navigate()` leads (Shopify, customer accounts: "Custom protocols"). */
export type Destination =
  /** An extension's target, with the path if it is a full page. */
  | { kind: 'target'; extension: string; target: string; path?: string }
  /** A page on which no extension here runs. */
  | { kind: 'elsewhere'; title: string }
  | { kind: 'unknown'; message: string };

export interface DestinationContext {
  /** The extension that navigates. */
  extension: ExtensionState;
  extensions: readonly ExtensionState[];
  /** The target that navigates. */
  target: string;
  /** Base of relative URLs. */
  storefrontUrl: string;
}

/** Pages of the customer account by their path, with the part of a target's name that belongs to them. */
const ACCOUNT_PAGES: readonly (readonly [path: RegExp, title: string, targets: string])[] = [
  [/^orders?\/[^/]+/, 'the order', '.order-status.'],
  [/^(orders?)?$/, 'the list of orders', '.order-index.'],
  [/^profile/, 'the profile', '.profile.'],
];

export function destinationOf(url: string, context: DestinationContext): Destination {
  const [, protocol = '', rest = ''] = /^(extension:|shopify:customer-account)(.*)$/.exec(url) ?? [];
  if (protocol === 'extension:') return routeOf(rest.replace(/^\/\//, ''), context);
  if (protocol) return accountPageOf(rest.replace(/^\/+/, ''), context);
  if (URL.canParse(url, context.storefrontUrl)) {
    return { kind: 'elsewhere', title: new URL(url, context.storefrontUrl).href };
  }
  return { kind: 'unknown', message: `Cannot navigate: ${JSON.stringify(url)} is not a URL.` };
}

/** `/path` is a path of the extension itself, `handle/path` one of another extension. */
function routeOf(route: string, { extension, extensions, target }: DestinationContext): Destination {
  const [, handle = '', path = ''] = /^([^/?#]*)(.*)$/.exec(route) ?? [];
  const destination = handle ? extensions.find(({ built }) => built?.manifest.handle === handle) : extension;
  if (!destination) {
    const message = `Cannot navigate: no extension here has the handle ${JSON.stringify(handle)}.`;
    return { kind: 'unknown', message };
  }
  const fullPage = fullPageOf(destination, target);
  if (!fullPage) {
    const message = `Cannot navigate: ${destination.id} has no full page (customer-account.page.render).`;
    return { kind: 'unknown', message };
  }
  const absolute = path.startsWith('/') ? path : `/${path}`;
  return { kind: 'target', extension: destination.id, target: fullPage, path: absolute };
}

/** From an order, its own full page comes first. */
function fullPageOf({ built }: ExtensionState, from: string): string | undefined {
  const pages = built?.manifest.targets.map(({ target }) => target).filter(isFullPage) ?? [];
  return pages.find((page) => page.includes('.order.') === /\.order(-status)?\./.test(from)) ?? pages[0];
}

function accountPageOf(path: string, { extension, target: from }: DestinationContext): Destination {
  const page = ACCOUNT_PAGES.find(([pattern]) => pattern.test(path));
  if (!page)
    return { kind: 'unknown', message: `Cannot navigate: the customer account has no page at /${path}.` };
  const [, title, part] = page;
  const targets = extension.built?.manifest.targets.map(({ target }) => target) ?? [];
  const target = from.includes(part) ? from : targets.find((one) => one.includes(part));
  return target ? { kind: 'target', extension: extension.id, target } : { kind: 'elsewhere', title };
}
