/** A JWT, whole or without its signature. */
const TOKEN = /\beyJ[\w-]{4,}\.[\w-]{4,}(\.[\w-]*)?/g;

/** Shortens every token in a text as the network log does: enough to recognize, too little to use. */
const shortenTokens = (text: string): string =>
  text.replaceAll(TOKEN, (token) => `${token.slice(0, 12)}… (${token.length} characters)`);

/** Copies a value as JSON, with every token shortened. A value that JSON cannot represent becomes its name. */
export function plainJson<Value>(value: Value): Value {
  try {
    const text = JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === 'bigint') return String(part);
      return typeof part === 'string' ? shortenTokens(part) : part;
    });
    return text === undefined ? (undefined as Value) : JSON.parse(text);
  } catch {
    return `[${Object.prototype.toString.call(value).slice(8, -1)}]` as Value;
  }
}
