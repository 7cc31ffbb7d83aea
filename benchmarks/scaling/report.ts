import { lineCharts } from '../report/line-chart.ts';
import { readMeasuredCosts } from './costs.ts';
import { flashSaleTable } from './flash-sale.ts';
import { fleetTable, simulateFleets } from './fleets.ts';
import { hitRateCharts, hitRateTable, simulateCacheSizes, simulateHitRates } from './hit-rates.ts';
import { oneCoreTable } from './one-core.ts';
import { FLASH_SALE, STEADY } from './scenarios.ts';

/** Runs the simulation. Returns the tables of docs/scaling.md by name, and its plot. The same in every run. */
export function renderScaling(): { sections: Record<string, string>; svg: string } {
  const costs = readMeasuredCosts();
  const hitRates = simulateHitRates();
  const fleets = simulateFleets([STEADY, FLASH_SALE]);
  const two = fleets.find(
    ({ scenario, fleet }) => scenario === FLASH_SALE && fleet.instances === 2 && fleet.routing === 'random',
  );
  return {
    sections: {
      'scaling-one-core': oneCoreTable(costs),
      'scaling-hit-rates': hitRateTable(hitRates),
      'scaling-fleets': fleetTable(fleets, costs),
      'scaling-flash-sale': flashSaleTable(two!.outcome, costs),
    },
    svg: lineCharts(hitRateCharts(hitRates, simulateCacheSizes())),
  };
}
