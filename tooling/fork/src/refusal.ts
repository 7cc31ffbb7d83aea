/** Why nothing is done, in one line for the person at the terminal. Thrown before the first change. */
export class Refusal extends Error {}
