import { type BlockOptions, serverOf } from './drawn-block.ts';

/** A state of the block: how it is drawn, and whether its button has been pressed. */
export interface BlockState {
  options: BlockOptions;
  isPressed?: boolean;
}

/** Drawn with a server that has these routes. */
export const stateOf = (...routes: Parameters<typeof serverOf>): BlockState => ({
  options: { fetch: serverOf(...routes).fetch },
});
