export { installOnDemand } from './install-on-demand.ts';
export { runUntilStalled } from './run-until-stalled.ts';
