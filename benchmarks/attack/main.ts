/** `pnpm --filter @session-token/benchmarks attack`: attacks every set-up and writes the tables of docs/attack.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers, peerVersions } from '../peers.ts';
import { writeSections } from '../report/docs.ts';
import { attackSetUp } from './run.ts';
import { SET_UPS } from './set-ups.ts';
import { type Attacked, countsTable, findingsTable } from './tables.ts';

await installPeers();
const logs = mkdtempSync(join(tmpdir(), 'attack-'));
const attacked: Attacked[] = [];
for (const [index, setUp] of SET_UPS.entries()) {
  const report = await attackSetUp(setUp, join(logs, `${index}.log`));
  attacked.push({ setUp, report });
  process.stderr.write(`${setUp.name}: ${report.findings.length} findings, ${report.requests} requests\n`);
}
rmSync(logs, { recursive: true });

const node = `Node ${process.versions.node}`;
writeSections({
  'attack-counts': `${countsTable(attacked, peerVersions())}\n\n${node}, ${new Date().toISOString().slice(0, 10)}.`,
  'attack-findings': findingsTable(attacked),
});
