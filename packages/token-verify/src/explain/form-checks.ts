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
  expected: 'three base64url parts with dots between them, complete and without padding',
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
    { ...HEADER, found: header ? display(header) : 'not a JSON object in UTF-8' },
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
  if (!jws) return list.skip(PAYLOAD, 'the token could not be split into parts');
  const payload = readJson(jws.payload);
  const found = payload ? `${Object.keys(payload).length} claims` : 'not a JSON object in UTF-8';
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
  if (typeof unverifiedToken !== 'string') return 'not a string';
  return unverifiedToken === '' ? 'nothing' : `${unverifiedToken.length} characters`;
}

const WORDS = /^(?:undefined|null|\[object \w+\]|true|false)$/;
const OTHER_CREDENTIALS = /^(?:shpss|shpat|shpca|shppa|shpua|shcat|shprt)_/;

/** Says which rule the form breaks, without any part of the token. */
function describeForm(token: string): { found: string; remedy?: string } {
  if (WORDS.test(token)) {
    return {
      found: 'the text of a JavaScript value that is not a string',
      remedy: 'Await the token before you send it, and send no request without a token.',
    };
  }
  if (OTHER_CREDENTIALS.test(token)) {
    return {
      found: 'another credential from Shopify',
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
  CHARACTER_NAMES[character] ?? (/\s/.test(character) ? 'white space' : 'another character');
