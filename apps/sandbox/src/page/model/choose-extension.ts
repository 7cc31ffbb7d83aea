import type { ExtensionState } from '../../contract/extension-state.ts';
import { type Surface, surfaceOf } from '../../contract/surfaces.ts';
import type { UrlState } from '../../contract/url-state.ts';

export interface Chosen {
  extension: ExtensionState;
  target: string;
  /** Whether the extension's manifest declares the target; if not, its first module runs there. */
  isDeclared: boolean;
}

/** Whether the extension's manifest has the target. */
export const declares = ({ built }: ExtensionState, target: string): boolean =>
  built?.manifest.targets.some((entry) => entry.target === target) ?? false;

/** The first target of an extension on a surface; `undefined` if it has none, or has not been built yet. */
export const firstTargetOf = ({ built }: ExtensionState, surface: Surface): string | undefined =>
  built?.manifest.targets.find(({ target }) => surfaceOf(target) === surface)?.target;

/**
 * Chooses the extension to run: the requested one, if it is for the target's surface; else the first that
 * declares the target; else the first of the surface. Otherwise `undefined`.
 */
export function chooseExtension(
  extensions: readonly ExtensionState[],
  { target, extension: id }: Pick<UrlState, 'target' | 'extension'>,
): Chosen | undefined {
  const built = extensions.filter((extension) => extension.built);
  const asked = built.find((extension) => extension.id === id);
  if (!target) {
    const extension = asked ?? built[0];
    const first = extension?.built?.manifest.targets[0]?.target;
    return extension && first ? { extension, target: first, isDeclared: true } : undefined;
  }
  const ofSurface = built.filter((extension) => firstTargetOf(extension, surfaceOf(target)));
  const extension =
    ofSurface.find((candidate) => candidate === asked) ??
    ofSurface.find((candidate) => declares(candidate, target)) ??
    ofSurface[0];
  return extension && { extension, target, isDeclared: declares(extension, target) };
}
