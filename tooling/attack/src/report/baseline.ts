import { readFileSync, writeFileSync } from 'node:fs';
import { FINDING_IDS, type FindingId } from '../findings/catalog.ts';
import { UsageError } from '../usage-error.ts';

/** Known findings, each with the names of the attacks that led to it. */
export type Baseline = Readonly<Partial<Record<FindingId, readonly string[]>>>;

const VERSION = 1;

/**
 * Reads a baseline. A file that does not exist is an empty one if `mayBeMissing`.
 *
 * @throws {UsageError} if the file is not a baseline
 */
export function readBaseline(file: string, { mayBeMissing }: { mayBeMissing: boolean }): Baseline {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && mayBeMissing) return {};
    throw new UsageError(`--baseline: ${file} cannot be read (${code}). --update-baseline creates it`);
  }
  const findings = parseFindings(text);
  if (!findings) throw new UsageError(`--baseline: ${file} is not a baseline of version ${VERSION}`);
  return findings;
}

function parseFindings(text: string): Baseline | undefined {
  try {
    const { version, findings } = JSON.parse(text);
    const isBaseline =
      version === VERSION &&
      Object.entries<unknown>(findings).every(
        ([id, names]) =>
          FINDING_IDS.includes(id as FindingId) &&
          Array.isArray(names) &&
          names.every((name) => typeof name === 'string'),
      );
    return isBaseline ? findings : undefined;
  } catch {
    return undefined;
  }
}

interface Found {
  id: FindingId;
  attacks: readonly string[];
}

export function writeBaseline(file: string, findings: readonly Found[]): void {
  const known = Object.fromEntries(findings.map(({ id, attacks }) => [id, attacks.toSorted()]));
  writeFileSync(file, `${JSON.stringify({ version: VERSION, findings: known }, undefined, 2)}\n`);
}
