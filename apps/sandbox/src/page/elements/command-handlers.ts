/** What an element does when another one commands it, or when the extension calls its methods. */
export interface CommandHandlers {
  /** `source` is the element that the buyer pressed or pointed at. */
  showOverlay?(source?: HTMLElement): void;
  hideOverlay?(): void;
  toggleOverlay?(source?: HTMLElement): void;
  copy?(): void;
  dismiss?(): void;
  /** Receives a message that the extension posts to `contentWindow`. */
  contentWindow?(message: unknown): void;
}
