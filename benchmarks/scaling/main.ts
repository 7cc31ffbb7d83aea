/** `pnpm --filter @session-token/benchmarks scaling`: prints the simulation and writes it into docs/scaling.md. */
import { writePlot, writeSections } from '../report/docs.ts';
import { renderScaling } from './report.ts';

const { sections, svg } = renderScaling();
writeSections(sections);
writePlot('scaling', svg);
for (const [name, table] of Object.entries(sections)) console.log(`\n## ${name}\n\n${table}`);
