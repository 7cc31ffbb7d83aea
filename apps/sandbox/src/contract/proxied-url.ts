/**
 * The address of any URL behind the recording proxy, which has a single origin: the path names the scheme and host. A
 * header could not, because it would cause a preflight that the original request does not have.
 */
const PREFIX = '/.sandbox-proxy/';

/** Whether the request has the session token. Its preflight, which has none, must go where the request goes. */
export type ProxiedKind = 'plain' | 'token';

export interface ProxiedUrl {
  /** The original URL, without its fragment. */
  url: URL;
  kind: ProxiedKind;
  /** Whether the request has `credentials: 'include'`, which makes the browser's CORS check stricter. */
  withCredentials: boolean;
}

/** Returns the path, with query, of a URL on the proxy. */
export function toProxiedPath(
  { protocol, host, pathname, search }: URL,
  kind: ProxiedKind,
  withCredentials = false,
): string {
  const mark = withCredentials ? '+credentials' : '';
  return `${PREFIX}${kind}${mark}/${protocol.slice(0, -1)}/${encodeURIComponent(host)}${pathname}${search}`;
}

/** Whether a path belongs to another origin than the app's own address, and is for `parseProxiedPath`. */
export const isProxiedPath = (path: string): boolean => path.startsWith(PREFIX);

const PATH = /^(plain|token)(\+credentials)?\/(https?)\/([^/?]+)(\/.*)$/;

/** Reads a path that `toProxiedPath` wrote; `undefined` for any other. */
export function parseProxiedPath(path: string): ProxiedUrl | undefined {
  const [, kind, mark, scheme, host, rest] = PATH.exec(path.slice(PREFIX.length)) ?? [];
  if (!kind || !host) return undefined;
  const url = `${scheme}://${decoded(host)}`;
  // The host alone must be an origin: `user@host` or `host\@other` would name another.
  if (!URL.canParse(url) || new URL(url).host !== decoded(host)) return undefined;
  return { url: new URL(`${url}${rest}`), kind: kind as ProxiedKind, withCredentials: mark !== undefined };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Returns the original of a response's URL, such as the target of a redirect. */
export function toOriginalUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return (isProxiedPath(pathname) && parseProxiedPath(pathname + search)?.url.href) || url;
}
