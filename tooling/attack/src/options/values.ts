import { UsageError } from '../usage-error.ts';

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Set by the attack itself, or by the connection. */
const RESERVED = ['host', 'connection', 'content-length', 'transfer-encoding', 'origin'];

export function readNumber(
  name: string,
  text: string | undefined,
  limits: { default: number; min: number; max: number },
): number {
  const value = text === undefined ? limits.default : Number(text || Number.NaN);
  if (Number.isInteger(value) && value >= limits.min && value <= limits.max) return value;
  throw new UsageError(`${name} takes a whole number from ${limits.min} to ${limits.max}`);
}

export function readChoice<const Choice extends string>(
  name: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((other) => other === text);
  if (choice === undefined) throw new UsageError(`${name} takes one of ${choices.join(', ')}`);
  return choice;
}

/** Reads a comma-separated list. Default: all choices. Returns them in the order of `choices`. */
export function readChoices<const Choice extends string>(
  name: string,
  text: string | undefined,
  choices: readonly Choice[],
): readonly Choice[] {
  if (text === undefined) return choices;
  const given = text.split(',').map((part) => readChoice(name, part.trim(), choices));
  return choices.filter((choice) => given.includes(choice));
}

export function readHeader(text: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (!TOKEN.test(name) || !/^[\t\x20-\x7e]*$/.test(value)) {
    throw new UsageError("--header takes 'Name: value', with visible ASCII");
  }
  if (RESERVED.includes(name.toLowerCase())) throw new UsageError(`--header must not set ${name}`);
  return [name, value.trim()];
}

export function readTokenHeader(name: string): string {
  if (!TOKEN.test(name) || RESERVED.includes(name.toLowerCase())) {
    throw new UsageError('--token-header takes the name of a header, such as Authorization');
  }
  return name;
}

export function readShop(text = 'sandbox.myshopify.com'): string {
  if (/^[a-z0-9][a-z0-9-]{0,50}\.myshopify\.com$/.test(text)) return text;
  throw new UsageError('--shop takes the domain of a shop, such as sandbox.myshopify.com');
}
