/** A statement of a Markdown document about the repository, with its line. */
export interface Claim {
  line: number;
  text: string;
}

export interface Document {
  /** Relative targets of links and images, such as `../LICENSE#top`. */
  links: readonly Claim[];
  /** Lines of shell blocks, and code spans. */
  code: readonly Claim[];
  /** Fragments that links may use. */
  anchors: ReadonlySet<string>;
}

const LINK = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;
const SHELL = new Set(['sh', 'bash', 'shell', 'console']);

export function readDocument(markdown: string): Document {
  const links: Claim[] = [];
  const code: Claim[] = [];
  const anchors = new Set<string>();
  let language: string | undefined;

  for (const [index, raw] of markdown.split('\n').entries()) {
    const line = index + 1;
    const fence = /^\s*```(\w*)/.exec(raw);
    if (fence) {
      language = language === undefined ? fence[1]! : undefined;
      continue;
    }
    if (language !== undefined) {
      if (SHELL.has(language)) code.push({ line, text: raw.trim() });
      continue;
    }
    const heading = /^#+\s+(.*)$/.exec(raw)?.[1];
    if (heading) anchors.add(anchorOf(heading));
    for (const [, text] of raw.matchAll(/`([^`]+)`/g)) code.push({ line, text: text! });
    for (const [, target] of raw.replaceAll(/`[^`]*`/g, '``').matchAll(LINK)) {
      if (!/^[a-z]+:/.test(target!)) links.push({ line, text: target! });
    }
  }
  return { links, code, anchors };
}

/** Builds an anchor as GitHub does. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
