/** What the page sends with an element's event. */
export interface EventDetail {
  /** Properties that the buyer changed, set on the extension's element before its listeners run: `value`. */
  properties?: Readonly<Record<string, unknown>>;
  /** Members of the event object: `newState` of a toggle event. */
  members?: Readonly<Record<string, unknown>>;
}
