import { languageOf } from '../../scene/scene.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { createPageLanguage, type PageLanguage } from './words/localize.ts';

export type { PageLanguage };

/** The words and formats of the mock page, in the buyer's language. */
export function pageLanguage({ scene, url, manifest }: SandboxModel): PageLanguage {
  const language = manifest.value ? languageOf(url.value, manifest.value) : (url.value.language ?? 'en');
  return createPageLanguage(scene.value, language);
}
