/**
 * Domains under which developers run their own servers: tunnels of development, and platforms that give every app
 * a name. A public API has a domain of its own, so an address here is the app's, written into its source.
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

/** Whether a host is somebody's own server, by its domain. */
export const isOnAppPlatform = (hostname: string): boolean =>
  APP_PLATFORMS.some((domain) => hostname.endsWith(`.${domain}`));
