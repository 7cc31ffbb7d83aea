import {
  assertHeader,
  assertTokenSize,
  type CompactJws,
  isCanonical,
  type JsonObject,
  MAX_TOKEN_LENGTH,
  parseCompactJws,
  parseJsonSegment,
} from '../compact-jws.ts';
import type { CheckList } from './check-list.ts';
import { display } from './display.ts';

const SIZE = { id: 'size', title: 'Size', expected: `at most ${MAX_TOKEN_LENGTH} characters` };
const FORM = {
  id: 'form',
  title: 'Form',
  expected: 'three parts of base64url with dots between them, whole and without padding',
};
const HEADER = {
  id: 'header',
  title: 'Header',
  expected: '"alg" HS256, "typ" JWT or absent, no "crit" and no "b64"',
};
const PAYLOAD = { id: 'payload', title: 'Payload', expected: 'a JSON object in UTF-8' };

/** Checks the size, the form and the header. Returns the parts of the token if its form is right. */
export async function checkForm(unverifiedToken: unknown, list: CheckList): Promise<FormResult> {
  const token = await list.run({ ...SIZE, found: describeSize(unverifiedToken) }, () => {
    assertTokenSize(unverifiedToken);
    return unverifiedToken;
  });
  if (token === undefined) {
    list.skip(FORM, 'the size is wrong');
    list.skip(HEADER, 'the size is wrong');
    return { isHeaderValid: false };
  }
  const jws = await list.run({ ...FORM, ...describeForm(token) }, () => parseCompactJws(token));
  if (!jws) {
    list.skip(HEADER, 'the form is wrong');
    return { isHeaderValid: false };
  }
  const header = readJson(jws.header);
  const isHeaderValid = await list.run(
    { ...HEADER, found: header ? display(header) : 'no JSON object in UTF-8' },
    () => {
      assertHeader(jws.header);
      return true;
    },
  );
  return { jws, isHeaderValid: isHeaderValid === true, ...(header && { header }) };
}

export interface FormResult {
  jws?: CompactJws;
  header?: JsonObject;
  isHeaderValid: boolean;
}

/** Checks that the payload is a JSON object, and returns it. */
export async function checkPayload(
  jws: CompactJws | undefined,
  list: CheckList,
): Promise<JsonObject | undefined> {
  if (!jws) return list.skip(PAYLOAD, 'the token has no parts');
  const payload = readJson(jws.payload);
  const found = payload ? `${Object.keys(payload).length} claims` : 'no JSON object in UTF-8';
  return list.run({ ...PAYLOAD, found }, () => parseJsonSegment(jws.payload));
}

function readJson(segment: string): JsonObject | undefined {
  try {
    return parseJsonSegment(segment);
  } catch {
    return undefined;
  }
}

function describeSize(unverifiedToken: unknown): string {
  if (typeof unverifiedToken !== 'string') return 'no text';
  return unverifiedToken === '' ? 'nothing' : `${unverifiedToken.length} characters`;
}

const WORDS = /^(?:undefined|null|\[object \w+\]|true|false)$/;
const OTHER_CREDENTIALS = /^(?:shpss|shpat|shpca|shppa|shpua|shcat|shprt)_/;

/** Says which rule the form breaks, without any part of the token. */
function describeForm(token: string): { found: string; remedy?: string } {
  if (WORDS.test(token)) {
    return {
      found: 'a word that JavaScript prints for a value that is not a text',
      remedy: 'Await the token before sending it, and send no request if there is none.',
    };
  }
  if (OTHER_CREDENTIALS.test(token)) {
    return {
      found: 'another credential of Shopify',
      remedy: 'Send the token that sessionToken.get() returns. Rotate the credential if it left your server.',
    };
  }
  const segments = token.split('.');
  if (segments.length !== 3) {
    return { found: `${segments.length} part${segments.length === 1 ? '' : 's'}` };
  }
  const foreign = /[^\w.-]/.exec(token)?.[0];
  if (foreign !== undefined) return { found: `${nameOf(foreign)}, which is not base64url` };
  const parts = `parts of ${segments.map(({ length }) => length).join(', ')} characters`;
  const broken = PARTS.find((_, index) => !isCanonical(segments[index]!));
  return {
    found: broken === undefined ? parts : `${parts}; the end of the ${broken} is missing or was changed`,
  };
}

const PARTS = ['header', 'payload', 'signature'];

const CHARACTER_NAMES: Record<string, string> = {
  '"': 'a quotation mark',
  "'": 'a quotation mark',
  '=': 'padding (=)',
  '+': 'a character of plain base64 (+)',
  '/': 'a character of plain base64 (/)',
};

const nameOf = (character: string) =>
  CHARACTER_NAMES[character] ?? (/\s/.test(character) ? 'white space' : 'a foreign character');
