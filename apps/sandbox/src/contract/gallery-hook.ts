/** The gallery's interface for programs that drive it, as `window.sandbox`. */
export interface GalleryHook {
  /** Resolves once every cell is done. Has no time limit. */
  whenDone(): Promise<void>;
  /** The picture of each cell as text, by its state and language. Needs reduced motion. */
  pictures(): readonly CellPicture[];
}

export interface CellPicture {
  state: string;
  language?: string;
  /** Every visible element with its role, text, colors and type, one per line. */
  picture: string;
  /** Errors and warnings of the worker. */
  messages: readonly string[];
}
