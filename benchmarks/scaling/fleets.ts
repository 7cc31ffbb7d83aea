import { formatNumber, markdownTable } from '../report/tables.ts';
import { coresOf, cpuPerCall, databaseLoad, type MeasuredCosts } from './costs.ts';
import { percent } from './hit-rates.ts';
import { FLEETS, type Scenario, WRITE_SHARE } from './scenarios.ts';
import { type Fleet, type Outcome, simulate } from './simulate.ts';
import { createCalls } from './traffic.ts';

export interface FleetOutcome {
  scenario: Scenario;
  fleet: Fleet;
  outcome: Outcome;
}

/** Simulates each scenario on each fleet. */
export function simulateFleets(scenarios: readonly Scenario[]): FleetOutcome[] {
  return scenarios.flatMap((scenario) => {
    const calls = createCalls(scenario.traffic);
    return FLEETS.map((fleet) => ({ scenario, fleet, outcome: simulate(calls, fleet, scenario.counted) }));
  });
}

export function fleetTable(all: readonly FleetOutcome[], costs: MeasuredCosts): string {
  const rows = all.map(({ scenario, fleet, outcome }) => {
    const { calls, hits, seconds, busiestCalls } = outcome;
    const busiestCores = coresOf(outcome, costs) * (busiestCalls / calls);
    const { readsPerSecond, writesPerSecond } = databaseLoad({
      buyersPerSecond: scenario.buyersPerSecond,
      callsPerBuyer: scenario.traffic.callsPerBuyer,
      writeShare: WRITE_SHARE,
    });
    return [
      scenario.name,
      String(fleet.instances),
      fleet.instances === 1 ? '–' : fleet.routing,
      (calls / seconds).toFixed(0),
      percent(hits / calls),
      formatNumber(cpuPerCall(hits / calls, costs)),
      percent(coresOf(outcome, costs)),
      percent(busiestCores),
      (readsPerSecond + writesPerSecond).toFixed(0),
    ];
  });
  const head = ['traffic', 'instances', 'routing', 'requests/s', 'hit rate', 'CPU µs per request'];
  return markdownTable(
    [...head, 'CPU, of one core', 'busiest instance, of one core', 'database transactions/s'],
    rows,
  );
}
