import { readFile } from 'node:fs/promises';
import type { BundleProblem } from '../contract/extension-state.ts';
import type { ScenePatch } from '../scene/scene.ts';

/** The developer's own data, next to the manifest. */
export const SCENE_FILE = 'scene.json';

export type SceneFile =
  | { ok: true /** Absent without a file. */; scene?: ScenePatch }
  | { ok: false; problems: readonly BundleProblem[] };

/** Reads and validates a scene file. Never throws: what is wrong with the file is in `problems`. */
export async function readSceneFile(file: string): Promise<SceneFile> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: true };
  try {
    const scene: unknown = JSON.parse(text);
    // Imported for a file only: the schema library doubles the time in which the program starts.
    const { scenePatchProblems } = await import('../scene/scene-patch.ts');
    const problems = scenePatchProblems(scene);
    if (problems.length > 0)
      return { ok: false, problems: problems.map((problem) => ({ file, text: problem })) };
    return { ok: true, scene: scene as ScenePatch };
  } catch (error) {
    return { ok: false, problems: [{ file, text: (error as Error).message }] };
  }
}
