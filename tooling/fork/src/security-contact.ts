import { replaceIn } from './edits.ts';
import type { Tree } from './tree.ts';
import { UsageError } from './usage-error.ts';

const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
/** Without characters that end a link in Markdown. */
const ADDRESS = /^https:\/\/[\w.-]+(?:\/[\w./?=&%#+~-]*)?$/;
const BLOCK = /(?<=<!-- security-contact -->\n)[\s\S]*(?=<!-- \/security-contact -->)/;

/** Checks that a contact is an email address or an https address. @throws {UsageError} */
export function assertSecurityContact(contact: string): void {
  if (EMAIL.test(contact) || ADDRESS.test(contact)) return;
  throw new UsageError(
    `${JSON.stringify(contact)} is not a security contact. Use an email address, or an address that starts with https://.`,
  );
}

/** Names where people report vulnerabilities of the fork. Running it again replaces the contact. */
export function setSecurityContact(tree: Tree, contact: string): string[] {
  const link = EMAIL.test(contact) ? `[${contact}](mailto:${contact})` : `<${contact}>`;
  replaceIn(tree, 'SECURITY.md', BLOCK, `\nOr contact ${link}.\n\n`);
  return [`SECURITY.md names ${contact} as the contact. Check the times that it promises.`];
}
