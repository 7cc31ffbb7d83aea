/** Events of POS, which the page's controls raise and extensions listen to. */
export const POS_EVENTS = [
  'transactioncomplete',
  'cashtrackingsessionstart',
  'cashtrackingsessioncomplete',
  'scan',
] as const;
export type PosEventName = (typeof POS_EVENTS)[number];
