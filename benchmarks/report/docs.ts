import { readFileSync, writeFileSync } from 'node:fs';

/** The documents that hold measured or computed tables, by their path from the root of the repository. */
const DOCUMENTS = [
  'docs/performance.md',
  'docs/attack.md',
  'docs/scaling.md',
  'docs/operations.md',
  'benchmarks/RESULTS.md',
];

const urlOf = (path: string) => new URL(`../../${path}`, import.meta.url);

/**
 * Replaces the text between `<!-- measured: name -->`, or `computed`, and `<!-- end -->` in the documents.
 *
 * @throws if no document has markers for a section
 */
export function writeSections(sections: Readonly<Record<string, string>>): void {
  const unplaced = new Set(Object.keys(sections));
  for (const path of DOCUMENTS) {
    let page = readFileSync(urlOf(path), 'utf8');
    for (const [name, text] of Object.entries(sections)) {
      const block = new RegExp(`(<!-- (?:measured|computed): ${name} -->\n)[^]*?(<!-- end -->)`);
      if (!block.test(page)) continue;
      unplaced.delete(name);
      page = page.replace(block, (_all, before: string, after: string) => `${before}\n${text}\n\n${after}`);
    }
    writeFileSync(urlOf(path), page);
  }
  if (unplaced.size > 0) throw new Error(`no document has markers for ${[...unplaced].join(', ')}`);
}

export function writePlot(name: string, svg: string): void {
  writeFileSync(urlOf(`docs/${name}.svg`), svg);
}
