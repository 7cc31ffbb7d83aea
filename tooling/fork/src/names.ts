import { UsageError } from './usage-error.ts';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Shopify's limit for the name of an app. */
const MAX_CHARACTERS = 30;

/**
 * Checks that a name works as package scope, extension handle and app name.
 *
 * @throws {UsageError}
 */
export function assertName(name: string): void {
  if (!NAME.test(name) || name.length > MAX_CHARACTERS) {
    throw new UsageError(
      `${JSON.stringify(name)} is not a valid name. Use 1 to ${MAX_CHARACTERS} characters: a-z, 0-9 and single dashes, starting with a letter.`,
    );
  }
}

/** `acme-points` → `Acme Points` */
export const titleOf = (name: string): string =>
  name.replace(
    /(^|-)([a-z0-9])/g,
    (_match, dash: string, first: string) => (dash && ' ') + first.toUpperCase(),
  );
