import type { Surface } from '../../contract/surfaces.ts';
import { checkoutScene } from './checkout.ts';
import { customerAccountScene } from './customer-account.ts';
import { posScene } from './pos.ts';
import type { Scene, SceneInput } from './scene-types.ts';

const SCENES: Record<Surface, (input: SceneInput) => Scene> = {
  checkout: checkoutScene,
  'customer-account': customerAccountScene,
  pos: posScene,
};

export const sceneOf = (surface: Surface, input: SceneInput): Scene => SCENES[surface](input);
