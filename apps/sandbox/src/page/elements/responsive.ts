/** Every `s-query-container` has this name in addition to its own. */
export const DEFAULT_CONTAINER = 's-default';

/** A value, or two values of which the size of a container chooses one. */
export type Responsive =
  | { value: string }
  | { container: string; condition: string; then: Responsive; otherwise: Responsive };

const TOKEN = /\s*(@container|"[^"]*"|'[^']*'|,|\([^()]*\)|[^\s,()"'@]+(?:\([^()]*\))?|\S)/y;

/**
 * Parses `@container name? (condition) value, otherwise` (Polaris web components, responsive values). Conditions
 * combine with `and` and `or`; each value may have its own condition. Quotes protect commas.
 *
 * @returns undefined for any other text
 */
export function parseResponsive(text: string): Responsive | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('@container')) return { value: trimmed };
  const tokens = tokenize(trimmed);
  let position = 0;
  const peek = () => tokens[position];
  const next = () => tokens[position++];

  function parse(container: string): Responsive | undefined {
    let name = container;
    if (peek() === '@container') {
      next();
      if (/^[\w-]+$/.test(peek() ?? '')) name = next()!;
    }
    if (!isCondition(peek())) return parseValue();
    let condition = next()!;
    while (/^(and|or|not)$/.test(peek() ?? '') && isCondition(tokens[position + 1])) {
      condition += ` ${next()} ${next()}`;
    }
    const then = parse(name);
    if (!then || next() !== ',') return undefined;
    const otherwise = parse(name);
    return otherwise && { container: name, condition, then, otherwise };
  }

  function parseValue(): Responsive {
    const words: string[] = [];
    while (position < tokens.length && peek() !== ',') words.push(next()!.replace(/^["']|["']$/g, ''));
    return { value: words.join(' ') };
  }

  const parsed = parse(DEFAULT_CONTAINER);
  return position === tokens.length ? parsed : undefined;
}

/** Only what a size query needs: the condition becomes part of a style sheet. */
const isCondition = (token: string | undefined): token is string =>
  token !== undefined && /^\([\w\s<>=.:%-]*(inline-size|width)[\w\s<>=.:%-]*\)$/.test(token);

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) tokens.push(match[1]!);
  return tokens;
}

/** The rules for one property; `toCss` turns a value into declarations, or rejects it with `undefined`. */
export function responsiveRules(
  selector: string,
  responsive: Responsive,
  toCss: (value: string) => string | undefined,
): string {
  if ('value' in responsive) {
    const declarations = toCss(responsive.value);
    return declarations === undefined ? '' : `${selector}{${declarations}}`;
  }
  const { container, condition, then, otherwise } = responsive;
  // The later rule wins, so only the first value needs the condition.
  return `${responsiveRules(selector, otherwise, toCss)}@container ${container} ${condition}{${responsiveRules(selector, then, toCss)}}`;
}
