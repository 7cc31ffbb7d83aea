import type { Static, TObject } from 'typebox';
import { describeFirstError } from '../scene/describe-error.ts';
import type { Scene } from '../scene/scene.ts';
import type { HostContext } from './api.ts';

/** A change that the host refuses, for a reason that the extension receives. */
export class RefusedChange extends Error {}

/** What a change needs of the page. */
export type ScenePage = Pick<HostContext, 'scene' | 'updateScene'>;

export type ChangeResult = { type: 'success' } | { type: 'error'; message: string };

export interface ChangeOptions<Variants extends Record<string, TObject>> {
  /** The changes by their `type`. Extensions may pass more properties than a schema has. */
  variants: Variants;
  /** The instruction of the cart that must be true, such as `notes.canUpdateNote`. */
  instruction?(type: keyof Variants & string): string;
  /** @throws RefusedChange */
  apply(scene: Scene, change: Change<Variants>): Scene;
}

export type Change<Variants extends Record<string, TObject>> = {
  [Name in keyof Variants]: Static<Variants[Name]> & { type: Name };
}[keyof Variants];

/** Creates an `apply…Change()` function. It never throws: foreign code receives every error as a result. */
export function createChange<Variants extends Record<string, TObject>>(options: ChangeOptions<Variants>) {
  return (page: ScenePage, input: never): ChangeResult => {
    try {
      const change = parseChange(options.variants, input);
      assertAllowed(page.scene, options.instruction?.(change.type as keyof Variants & string));
      page.updateScene((scene) => options.apply(scene, change));
      return { type: 'success' };
    } catch (error) {
      if (error instanceof RefusedChange) return { type: 'error', message: error.message };
      throw error;
    }
  };
}

/** @throws RefusedChange if the input matches none of the changes. */
export function parseChange<Variants extends Record<string, TObject>>(
  variants: Variants,
  input: unknown,
): Change<Variants> {
  const { type } = Object(input) as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(variants, type)) {
    throw new RefusedChange(`type must be one of ${Object.keys(variants).join(', ')}.`);
  }
  const error = describeFirstError(variants[type]!, input);
  if (error) throw new RefusedChange(`${error}.`);
  return input as Change<Variants>;
}

function assertAllowed({ checkout }: Scene, instruction: string | undefined): void {
  if (instruction === undefined) return;
  const [group, name] = instruction.split('.') as [keyof typeof checkout.instructions, string];
  const flags: Readonly<Record<string, boolean>> = checkout.instructions[group];
  if (!flags[name]) {
    throw new RefusedChange(`This checkout does not allow the change: instructions.${instruction} is false.`);
  }
}
