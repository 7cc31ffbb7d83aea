import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { currentLoad, describeMachine } from './machine.ts';
import { installPeers, peerVersions } from './peers.ts';
import { pinGenerator } from './process/pinning.ts';
import { createProgress } from './progress.ts';
import { writePlot, writeSections } from './report/docs.ts';
import { renderHttp, renderPlots, renderSections, summarizeAll } from './report/report.ts';
import { renderScaling } from './scaling/report.ts';
import { FULL, QUICK, runHttpSuite, runSuites } from './suites.ts';

/**
 * `pnpm bench` prints its figures. `pnpm bench --full` takes some 30 minutes and updates the documents. With `--http`,
 * either only prints the comparison over HTTP.
 */
const { full, http } = readArguments();
const command = full ? 'pnpm bench --full' : 'pnpm bench';

await installPeers();
const pinned = pinGenerator();
const logFolder = mkdtempSync(join(tmpdir(), 'benchmark-'));
const loadBefore = currentLoad();
const startedAt = new Date();
const effort = full ? FULL : QUICK;

if (http) {
  print(renderHttp(await runHttpSuite(effort, logFolder, createProgress())));
  rmSync(logFolder, { recursive: true });
  process.exit();
}

const results = await runSuites(effort, logFolder, createProgress());
rmSync(logFolder, { recursive: true });

const minutes = Math.round((Date.now() - startedAt.getTime()) / 60_000);
const machine = [
  `\`${command}\` on ${startedAt.toISOString().slice(0, 10)}, ${minutes} minutes: ${describeMachine()}.`,
  pinned ? 'Server and generator on a core each.' : 'Nothing pinned to a core: this system has no `taskset`.',
  `Load average ${loadBefore.toFixed(1)} before, ${currentLoad().toFixed(1)} after.`,
  `Peers: ${Object.entries(peerVersions())
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.`,
].join('\n');
const summaries = summarizeAll(results);
const sections = renderSections(machine, summaries);

mkdirSync(new URL('results', import.meta.url), { recursive: true });
const file = new URL(`results/${full ? 'full' : 'quick'}.json`, import.meta.url);
writeFileSync(file, `${JSON.stringify({ machine, ...summaries }, roundFigures, 1)}\n`);
if (full) {
  writeSections(sections);
  for (const [name, svg] of Object.entries(renderPlots(summaries))) writePlot(name, svg);
  const scaling = renderScaling(); // from the file above
  writeSections(scaling.sections);
  writePlot('scaling', scaling.svg);
}
print(sections);
console.log(`\nKept in ${file.pathname}`);

function print(tables: Record<string, string>): void {
  process.stderr.write('\n');
  for (const [name, table] of Object.entries(tables)) console.log(`\n## ${name}\n\n${table}`);
}

function roundFigures(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}

function readArguments(): { full: boolean; http: boolean } {
  const option = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { full: option, http: option } }).values;
  } catch (error) {
    console.error(
      `${(error as Error).message}\npnpm bench takes two minutes, pnpm bench --full some 20, each with --http less.`,
    );
    process.exit(2);
  }
}
