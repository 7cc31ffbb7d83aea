import { isRunnable, surfaceOf } from '../../contract/surfaces.ts';
import type { ExtensionStart } from '../../contract/worker-contract.ts';
import { fixtureOf } from '../fixtures/fixture.ts';
import type { FixtureInput } from '../fixtures/fixture-types.ts';
import { CURRENCY, languageOf, TIMEZONE } from '../fixtures/shop.ts';
import { elementsOf } from './element-tables.ts';

/** All that a worker needs to run `code` for a target. */
export function describeStart(input: FixtureInput, code: string): ExtensionStart {
  const { target, state, manifest, networkAccess, scriptUrl } = input;
  const surface = surfaceOf(target);
  return {
    surface,
    target,
    hasSignals: !isRunnable(target),
    code,
    scriptUrl,
    networkAccess,
    elements: elementsOf(target),
    ...fixtureOf(surface, input),
    i18n: {
      locales: manifest.locales,
      language: languageOf(state, manifest),
      currency: CURRENCY,
      timezone: TIMEZONE,
    },
  };
}
