/** What an API asks the page to show. */

/** A workflow that an extension asks for (`IntentQuery`). */
export interface IntentQuery {
  action: string;
  type: string;
  value?: string;
  data?: Readonly<Record<string, unknown>>;
}

export type IntentOptions = Pick<IntentQuery, 'value' | 'data'>;

/** How the customer ended a workflow (`IntentResponse`). */
export type IntentResponse =
  | { code: 'ok'; data: Record<string, unknown> }
  | { code: 'closed' }
  | { code: 'error'; message: string };

/** How a photo is taken; the limits are those of the types (`CameraMediaOptions`). */
export interface PhotoOptions {
  facingMode: 'user' | 'environment';
  maxWidth: number;
  maxHeight: number;
  /** 0 to 1. */
  quality: number;
}

/** A screen of POS itself that an extension may open. */
export interface NativeScreen {
  kind: 'product' | 'customer' | 'order' | 'draft-order';
  id: number;
}

/** A PIN pad that the page shows. The functions run in the extension's worker. */
export interface PinPad {
  title: string;
  label: string;
  isMasked: boolean;
  /** 4 to 10 digits. */
  minLength: number;
  maxLength: number;
  isAutoSubmitted: boolean;
  /** Its result comes from the extension, unchecked: see `readVerdict`. */
  onSubmit(pin: readonly number[]): unknown;
  onEntry?(pin: readonly number[]): unknown;
  onDismissed?(result: { completed: boolean; pin?: readonly number[] }): unknown;
  action?: { label: string; onClick(): unknown };
}

/** A document that the extension prints. */
export interface PrintJob {
  url: string;
  document: PrintedDocument | { failure: string };
  /** The name of the printer; absent for the system's print dialog. */
  printer?: string;
}

interface PrintedDocument {
  /** The media type, without parameters: `text/html`. */
  type: string;
  content: Blob;
}
