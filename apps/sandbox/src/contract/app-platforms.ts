/**
 * Domains of development tunnels and of hosting platforms, which give every app a subdomain. Public APIs use their own
 * domains, so a subdomain of these in an extension's source is the app's own server.
 */
const APP_PLATFORMS = [
  'trycloudflare.com',
  'ngrok.app',
  'ngrok.dev',
  'ngrok-free.app',
  'ngrok-free.dev',
  'ngrok.io',
  'loca.lt',
  'devtunnels.ms',
  'azurewebsites.net',
  'cloudwaysapps.com',
  'deno.dev',
  'fly.dev',
  'gadget.app',
  'herokuapp.com',
  'netlify.app',
  'ondigitalocean.app',
  'onrender.com',
  'pages.dev',
  'railway.app',
  'replit.app',
  'replit.dev',
  'run.app',
  'vercel.app',
  'workers.dev',
];

/** Whether a host is a subdomain of a tunnel or a hosting platform. */
export const isOnAppPlatform = (hostname: string): boolean =>
  APP_PLATFORMS.some((domain) => hostname.endsWith(`.${domain}`));
