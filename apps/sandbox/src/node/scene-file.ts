import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BundleProblem } from '../contract/extension-state.ts';
import { DEFAULT_SCENE, type ScenePatch } from '../scene/scene.ts';

/** The developer's own data, next to the manifest. */
export const SCENE_FILE = 'scene.json';

export interface SceneFile {
  /** Absent without a file, or if it is invalid. */
  scene?: ScenePatch;
  problems: readonly BundleProblem[];
}

/** Reads a scene, such as `scene.json` of an extension. Never throws: what is wrong with the file is in `problems`. */
export async function readSceneFile(file: string): Promise<SceneFile> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { problems: [] };
  const problem = (message: string): BundleProblem => ({ file, text: `${basename(file)}: ${message}` });
  try {
    const scene: unknown = JSON.parse(text);
    if (typeof scene !== 'object' || scene === null || Array.isArray(scene)) {
      return { problems: [problem('expected an object')] };
    }
    const unknown = Object.keys(scene).filter((key) => !Object.hasOwn(DEFAULT_SCENE, key));
    return { scene, problems: unknown.map((key) => problem(`"${key}" is no part of a scene`)) };
  } catch (error) {
    return { problems: [problem((error as Error).message)] };
  }
}
