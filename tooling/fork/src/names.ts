import { Refusal } from './refusal.ts';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Shopify shows no longer name of an app. */
const MAX_CHARACTERS = 30;

/**
 * Fit for a package scope, the handle of an extension and the name of an app.
 *
 * @throws {Refusal}
 */
export function assertName(name: string): void {
  if (!NAME.test(name) || name.length > MAX_CHARACTERS) {
    throw new Refusal(
      `${JSON.stringify(name)} is no name. Take 1 to ${MAX_CHARACTERS} of a-z, 0-9 and single dashes, a letter first.`,
    );
  }
}

/** `acme-points` → `Acme Points` */
export const titleOf = (name: string): string =>
  name.replace(
    /(^|-)([a-z0-9])/g,
    (_match, dash: string, first: string) => (dash && ' ') + first.toUpperCase(),
  );
