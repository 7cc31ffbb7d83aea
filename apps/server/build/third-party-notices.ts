import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'tsdown';

const FILE_NAME = 'THIRD_PARTY_NOTICES.txt';
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * Writes the notices of every bundled package next to the bundle, because their licenses require them in every copy.
 * Fails the build if a package names no license.
 *
 * @param others absolute paths of files that are distributed with the bundle in another form
 */
export function thirdPartyNotices(others: readonly string[] = []): Rolldown.Plugin {
  return {
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? Object.keys(output.modules) : [],
      );
      const folders = new Set([...modules, ...others].flatMap((id) => packageFolderOf(id) ?? []));
      const notices = [...folders].map(noticeOf).toSorted();
      this.emitFile({
        type: 'asset',
        fileName: FILE_NAME,
        source: `${notices.join(`\n${'-'.repeat(80)}\n\n`)}`,
      });
    },
  };
}

/** Returns the folder of the package that a module belongs to, or `undefined` for our own code. */
function packageFolderOf(id: string): string | undefined {
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

function noticeOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license } = manifest;
  if (!license) throw new Error(`${name} names no license`);
  const texts = readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${name} ${version} (${license})\n\n${texts.join('\n\n') || sourceOf(manifest)}\n`;
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/** Names the source of a package that ships no license text. */
function sourceOf({ author, repository }: Manifest): string {
  const by = typeof author === 'object' ? author.name : author;
  const from = typeof repository === 'object' ? repository.url : repository;
  return ['The package has no text of this license.', by && `Author: ${by}`, from && `Source: ${from}`]
    .filter(Boolean)
    .join('\n');
}
