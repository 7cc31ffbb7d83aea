import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = new URL('../../docs/performance.md', import.meta.url);

/** Replaces what stands between `<!-- measured: name -->` and `<!-- end -->`: the prose around it is written by hand. */
export function writeMeasured(sections: Readonly<Record<string, string>>): void {
  let page = readFileSync(PAGE, 'utf8');
  for (const [name, text] of Object.entries(sections)) {
    const block = new RegExp(`(<!-- measured: ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!block.test(page)) throw new Error(`docs/performance.md has no place for "${name}"`);
    page = page.replace(block, (_all, before: string, after: string) => `${before}\n${text}\n\n${after}`);
  }
  writeFileSync(PAGE, page);
}

export function writePlot(name: string, svg: string): void {
  writeFileSync(new URL(`../../docs/${name}.svg`, import.meta.url), svg);
}
