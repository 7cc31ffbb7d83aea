/** Every switch of the sandbox lives in the URL, so that a person, a bug report and a test share one link. */
import { isTokenFault, type TokenFault } from './token-faults.ts';

export interface UrlState {
  /** The extension target to run; absent: the first one of the extension. */
  target?: string;
  /** The number of the customer who is logged in; absent: a guest. */
  customer?: string;
  /** What is wrong with the token; absent: it is genuine. */
  fault?: TokenFault;
  /** The `network_access` capability; absent: as the extension's TOML says. */
  networkAccess?: boolean;
  /** Whether the app's server is unreachable. Default false. */
  serverDown: boolean;
  /** Run as a preview in the checkout editor. Default false. */
  editor: boolean;
  /** The buyer's language, as a BCP 47 tag; absent: the extension's default. */
  language?: string;
  /** Absent: what the system prefers. */
  theme?: Theme;
}

export type Theme = 'light' | 'dark';

export interface ParsedUrlState {
  state: UrlState;
  /** What the URL asks for and the sandbox does not know: shown, never silently dropped. */
  ignored: string[];
}

const CUSTOMER = /^[1-9]\d{0,19}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const TARGET = /^[a-z-]+(\.[a-z-]+)+$/;

/** Reads a query such as `?customer=42&fault=audience`. */
export function parseUrlState(query: string): ParsedUrlState {
  const state: UrlState = { serverDown: false, editor: false };
  const ignored: string[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    if (!assign(state, name, value)) ignored.push(`${name}=${value}`);
  }
  return { state, ignored };
}

function assign(state: UrlState, name: string, value: string): boolean {
  switch (name) {
    case 'target':
      return TARGET.test(value) && set(state, { target: value });
    case 'customer':
      return CUSTOMER.test(value) && set(state, { customer: value });
    case 'fault':
      return isTokenFault(value) && set(state, { fault: value });
    case 'network':
      return (value === 'on' || value === 'off') && set(state, { networkAccess: value === 'on' });
    case 'server':
      return (value === 'up' || value === 'down') && set(state, { serverDown: value === 'down' });
    case 'editor':
      return (value === 'on' || value === 'off') && set(state, { editor: value === 'on' });
    case 'language':
      return LANGUAGE.test(value) && set(state, { language: value });
    case 'theme':
      return (value === 'light' || value === 'dark') && set(state, { theme: value });
    default:
      return false;
  }
}

function set(state: UrlState, change: Partial<UrlState>): true {
  Object.assign(state, change);
  return true;
}

/** The shortest query that gives this state; defaults are left out. `''` when nothing is set. */
export function formatUrlState(state: UrlState): string {
  const query = new URLSearchParams();
  if (state.target) query.set('target', state.target);
  if (state.customer) query.set('customer', state.customer);
  if (state.fault) query.set('fault', state.fault);
  if (state.networkAccess !== undefined) query.set('network', state.networkAccess ? 'on' : 'off');
  if (state.serverDown) query.set('server', 'down');
  if (state.editor) query.set('editor', 'on');
  if (state.language) query.set('language', state.language);
  if (state.theme) query.set('theme', state.theme);
  const text = query.toString();
  return text && `?${text}`;
}
