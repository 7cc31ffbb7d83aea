import { describeUnknownName } from '@session-token/extension-bundler/unknown-name';
import { isKnownTarget, KNOWN_TARGETS } from '../../contract/api-tables.ts';
import { PARAMETER_DOCS } from '../../contract/parameter-docs.ts';
import { PARAMETER_NAMES, parseUrlState, type UrlState } from '../../contract/url-state.ts';
import { SetupError } from '../setup-error.ts';

/** `--extension` names folders, in every command. */
const EXTENSION_ID = 'extension-id';

const nameOf = (parameter: string) => (parameter === 'extension' ? EXTENSION_ID : parameter);

/** One option for each parameter of the page's URL, for `parseArgs`. `readControls` reads those without a type here. */
export const CONTROL_OPTIONS: { readonly setting: { type: 'string'; multiple: true } } = {
  ...Object.fromEntries(PARAMETER_NAMES.map((name) => [nameOf(name), { type: 'string' as const }])),
  setting: { type: 'string', multiple: true },
};

/** The options with their values, one per line. */
export const CONTROL_HELP = PARAMETER_DOCS.filter(({ name }) => PARAMETER_NAMES.includes(name))
  .map(({ name, meaning, values, absent }) => {
    const text = `${meaning} Values: ${values}. Default: ${absent}.`;
    return `  ${`--${nameOf(name)}`.padEnd(22)} ${wrapped(text)}`;
  })
  .concat(
    `  ${'--setting key=value'.padEnd(22)} ${wrapped("The merchant's value for a field of the TOML. Repeat it for several.")}`,
  )
  .join('\n');

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads the controls from parsed options, and ignores other options.
 * @throws SetupError for an invalid value. The message ends in `usage`.
 */
export function readControls(values: Values, usage: string): UrlState {
  const query = new URLSearchParams();
  for (const name of PARAMETER_NAMES) {
    const value = values[nameOf(name)];
    if (typeof value === 'string') query.set(name, value);
  }
  for (const setting of (values.setting ?? []) as string[]) {
    const [, key, value] = /^(\w{1,64})=(.*)$/s.exec(setting) ?? [];
    if (key === undefined || value === undefined) throw new SetupError(`--setting takes key=value. ${usage}`);
    query.set(`setting.${key}`, value);
  }
  const { state, ignored } = parseUrlState(query.toString());
  const [wrong] = ignored;
  if (wrong !== undefined) {
    const [name, value] = [wrong.slice(0, wrong.indexOf('=')), wrong.slice(wrong.indexOf('=') + 1)];
    throw new SetupError(`Unknown value: --${nameOf(name)} ${value}. ${usage}`);
  }
  if (state.target !== undefined && !isKnownTarget(state.target)) {
    throw new SetupError(`${describeUnknownName('target', state.target, KNOWN_TARGETS)} ${usage}`);
  }
  return state;
}

/** Breaks a text into lines of the terminal, behind the column of the options. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line.length + word.length > 80) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(25)}`);
}
