import type { ApiInput } from '../../apis/api.ts';
import { hostFunctions } from '../../apis/registry.ts';
import { targetValues } from '../../apis/target-values.ts';
import { membersOf } from '../../contract/api-tables.ts';
import type { Hello } from '../../contract/live-events.ts';
import { surfaceOf } from '../../contract/surfaces.ts';
import type { ExtensionStart } from '../../contract/worker-contract.ts';
import { languageOf } from '../../scene/scene.ts';
import { elementsOf } from './element-tables.ts';

/** Collects everything that a worker needs to run `code` for a target. */
export function describeStart(
  input: ApiInput,
  code: string,
  { apiOrigin, policy }: Pick<Hello, 'apiOrigin' | 'policy'>,
): Omit<ExtensionStart, 'entry'> {
  const { target, state, scene, manifest, networkAccess, scriptUrl } = input;
  return {
    surface: surfaceOf(target),
    target,
    code,
    scriptUrl,
    networkAccess,
    network: { proxyOrigin: apiOrigin, policy },
    elements: elementsOf(target, manifest.apiVersion),
    members: membersOf(target, manifest.apiVersion),
    hostFunctions: [...hostFunctions(surfaceOf(target)).keys()],
    values: targetValues(input),
    i18n: {
      locales: manifest.locales,
      language: languageOf(state, manifest),
      shopLanguage: scene.shop.locale,
      currency: scene.currency,
      timezone: scene.timezone,
    },
  };
}
