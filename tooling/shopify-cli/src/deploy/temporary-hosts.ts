/** Hosts of tunnels and cloud development environments, which disappear when the session ends. */
const DEVELOPMENT = [
  'trycloudflare.com',
  'cfargotunnel.com',
  'ngrok.io',
  'ngrok.app',
  'ngrok.dev',
  'ngrok.pizza',
  'ngrok.pro',
  'ngrok-free.app',
  'ngrok-free.dev',
  'ngrok-free.pizza',
  'ngrok.free.app',
  'loca.lt',
  'localtunnel.me',
  'localtunnel.com',
  'localhost.run',
  'lhr.life',
  'lhr.pro',
  'lhr.rocks',
  'serveo.net',
  'serveousercontent.com',
  'pinggy.link',
  'pinggy.io',
  'pinggy.online',
  'pinggy-free.link',
  'devtunnels.ms',
  'tunnels.api.visualstudio.com',
  'app.github.dev',
  'github.dev',
  'githubpreview.dev',
  'ts.net',
  'gitpod.io',
  'gitpod.dev',
  'ona.dev',
  'webcontainer.io',
  'webcontainer-api.io',
  'stackblitz.io',
  'csb.app',
  'codesandbox.io',
  'replit.dev',
  'repl.co',
  'cloudworkstations.dev',
  'idx.dev',
  'bore.pub',
  'tunnelmole.net',
  'tunnelmole.com',
  'sharedwithexpose.com',
  'expose.dev',
  'zrok.io',
  'localxpose.io',
  'loclx.io',
  'pktriot.net',
  'packetriot.net',
  'pagekite.me',
  'telebit.io',
  'tunnelto.dev',
  'tunnl.gg',
  'srv.us',
  'exp.direct',
  'playit.gg',
  'jprq.live',
  'jprq.io',
  'webhook.site',
  'vscode-cdn.net',
];

/** Public names that resolve to a private or loopback address. */
const LEADING_HOME = [
  'nip.io',
  'sslip.io',
  'xip.io',
  'traefik.me',
  'localtest.me',
  'lvh.me',
  'vcap.me',
  'lacolhost.com',
  'localho.st',
  'local.gd',
];

/** Names that no public DNS has (RFC 2606, RFC 6761, RFC 8375, RFC 9476), and placeholders. */
const NOWHERE = [
  'localhost',
  'localdomain',
  'local',
  'test',
  'invalid',
  'example',
  'example.com',
  'example.org',
  'example.net',
  'your-domain.com',
  'yourdomain.com',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'home.arpa',
  'alt',
  'onion',
];

/** Shopify's own hosts: the Dev Dashboard fills in a page of shopify.dev. */
const SHOPIFYS = ['shopify.dev', 'shopify.com', 'myshopify.com'];

const KINDS: ReadonlyArray<[problem: string, hosts: readonly string[]]> = [
  ['is an address of a development session', DEVELOPMENT],
  ['leads to this machine or a private network', LEADING_HOME],
  ['is a placeholder or a name of a private network', NOWHERE],
  ['is a host of Shopify’s, not of your server', SHOPIFYS],
];

/** Returns why a host name is not a production server's, or `undefined`. */
export function temporaryHostProblem(hostname: string): string | undefined {
  const host = hostname.toLowerCase().replace(/\.+$/, '');
  if (!host.includes('.')) return 'is a name of a private network';
  const found = KINDS.find(([, hosts]) => hosts.some((name) => host === name || host.endsWith(`.${name}`)));
  return found?.[0];
}
