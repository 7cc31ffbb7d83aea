import { MAX_DELAY_MS, SERVER_MODES } from './endpoints.ts';
import { TOKEN_FAULTS } from './token-faults.ts';
import { DEFAULT_STATE, DEVICE_KINDS, MAX_ITEM, MAX_SKEW_SECONDS, ORIGIN_MODES } from './url-state.ts';

/** One parameter of the page's URL, for the table that the sandbox serves. */
export interface ParameterDoc {
  name: string;
  meaning: string;
  values: string;
  /** What an absent parameter means. */
  absent: string;
}

const list = (values: readonly string[]) => values.join(', ');

export const PARAMETER_DOCS: readonly ParameterDoc[] = [
  {
    name: 'target',
    meaning: 'Where the extension runs.',
    values: 'a target of checkout, customer accounts or POS',
    absent: 'the first target of the first extension',
  },
  {
    name: 'extension',
    meaning: 'Which extension runs, if several are for the surface.',
    values: "the extension's id: the name of its folder, with more of its path if another has that name",
    absent: 'the first one that has the target',
  },
  {
    name: 'path',
    meaning: 'The path within a full page of the customer account.',
    values: 'a path, such as /settings',
    absent: '/',
  },
  {
    name: 'customer',
    meaning: 'The customer who is logged in; in POS, the customer in the cart.',
    values: 'a customer number',
    absent: 'a guest',
  },
  {
    name: 'user',
    meaning: 'POS: the account that is logged in. The token names it.',
    values: 'a user number',
    absent: DEFAULT_STATE.user,
  },
  {
    name: 'staff',
    meaning: 'POS: the staff member who is pinned in.',
    values: 'a staff number',
    absent: 'nobody',
  },
  {
    name: 'fault',
    meaning: 'What is wrong with the token.',
    values: list(TOKEN_FAULTS),
    absent: 'a genuine token',
  },
  {
    name: 'skew',
    meaning: "How many seconds Shopify's clock is ahead of the server's.",
    values: `-${MAX_SKEW_SECONDS} to ${MAX_SKEW_SECONDS}`,
    absent: String(DEFAULT_STATE.skewSeconds),
  },
  {
    name: 'network',
    meaning: 'The network_access capability.',
    values: 'on, off',
    absent: "as in the extension's TOML",
  },
  {
    name: 'server',
    meaning: 'What the network between the extension and the server does.',
    values: list(SERVER_MODES),
    absent: DEFAULT_STATE.server,
  },
  {
    name: 'delay',
    meaning: 'How many milliseconds each request takes longer.',
    values: `0 to ${MAX_DELAY_MS}`,
    absent: String(DEFAULT_STATE.delayMs),
  },
  {
    name: 'connected',
    meaning: 'POS: whether POS believes that it is online.',
    values: 'on, off',
    absent: 'on',
  },
  {
    name: 'device',
    meaning: 'POS: the device that it runs on.',
    values: list(DEVICE_KINDS),
    absent: DEFAULT_STATE.device,
  },
  {
    name: 'location',
    meaning: "POS: the device's location.",
    values: "the id of one of the scene's locations",
    absent: "the scene's first location",
  },
  {
    name: 'origin',
    meaning: "The origin of the extension's worker.",
    values: list(ORIGIN_MODES),
    absent: DEFAULT_STATE.origin,
  },
  { name: 'editor', meaning: 'Previews the extension in the editor.', values: 'on, off', absent: 'off' },
  {
    name: 'published',
    meaning: 'Runs a published version, as live buyers do: extension.version is set. Not in POS.',
    values: 'on, off',
    absent: 'off',
  },
  {
    name: 'item',
    meaning:
      'Which cart line or delivery option is selected. An extension whose target is on them runs on each.',
    values: `1 to ${MAX_ITEM}`,
    absent: String(DEFAULT_STATE.item),
  },
  {
    name: 'quantity',
    meaning: 'How many of the first product are in the cart.',
    values: '0 to 99',
    absent: 'as in the scene, otherwise 2',
  },
  {
    name: 'language',
    meaning: "The buyer's language.",
    values: 'a language tag, such as fr or pt-BR',
    absent: "the extension's default language",
  },
  { name: 'theme', meaning: 'The colors of the page.', values: 'light, dark', absent: 'as the system' },
  {
    name: 'setting.<key>',
    meaning: 'What the merchant has set for a field of the TOML.',
    values: 'text',
    absent: 'nothing',
  },
];
