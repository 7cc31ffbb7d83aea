import { encodeSegment, type Segment, signSegments } from '../sign.ts';
import { type HostileToken, hostile } from './row.ts';

const extension = (name: string, header: object): HostileToken =>
  hostile('header', 'unsupported_header', undefined, name, ({ signHeader }) =>
    signHeader({ alg: 'HS256', ...header }),
  );

const EXTENSIONS = [
  extension('crit that names b64, and b64 false', { crit: ['b64'], b64: false }),
  extension('crit that names b64, and b64 true', { crit: ['b64'], b64: true }),
  extension('crit that names a registered field', { crit: ['alg'] }),
  extension('crit that names exp, with exp in the header', { crit: ['exp'], exp: 1 }),
  extension('crit that names an unknown extension', { crit: ['http://example.com/UNDEFINED'] }),
  extension('crit that is empty', { crit: [] }),
  extension('crit that is not a list', { crit: 'b64' }),
  extension('crit null', { crit: null }),
  extension('crit that holds a number', { crit: [1] }),
  extension('b64 false without crit', { b64: false }),
  extension('b64 true without crit', { b64: true }),
  extension('b64 null', { b64: null }),
  extension('the type of an access token', { typ: 'at+jwt' }),
  extension('the type of a DPoP proof', { typ: 'dpop+jwt' }),
  extension('the type of a logout token', { typ: 'logout+jwt' }),
  extension('the type of a JWE', { typ: 'JOSE' }),
  extension('an empty type', { typ: '' }),
  extension('a type with a space after it', { typ: 'JWT ' }),
  extension('a type with a line feed after it', { typ: 'JWT\n' }),
  extension('a type that is null', { typ: null }),
  extension('a type that is a list', { typ: ['JWT'] }),
];

const notJson = (name: string, header: Segment): HostileToken =>
  hostile('header', 'malformed_token', undefined, `header: ${name}`, ({ signHeader }) => signHeader(header));

const MALFORMED = [
  notJson('text that is not JSON', 'HS256'),
  notJson('truncated JSON', '{"alg":"HS256"'),
  notJson('JSON with a trailing comma', '{"alg":"HS256",}'),
  notJson('JSON with a comment', '{"alg":"HS256"/* */}'),
  notJson('two JSON objects', '{"alg":"HS256"}{"alg":"HS256"}'),
  notJson('a list', [{ alg: 'HS256' }]),
  notJson('a string', '"HS256"'),
  notJson('null', 'null'),
  notJson('a number', '256'),
  notJson('a leading byte-order mark', '\ufeff{"alg":"HS256"}'),
  notJson('invalid UTF-8', Buffer.from('{"alg":"HS256","kid":"\xff"}', 'latin1')),
  notJson('an overlong UTF-8 encoding', Buffer.from('{"alg":"\xc1\x88S256"}', 'latin1')),
  notJson('UTF-16', Buffer.from('{"alg":"HS256"}', 'utf16le')),
  ...[
    ['an empty segment, signed unchanged', ''],
    ['base64url twice', encodeSegment(encodeSegment({ alg: 'HS256' }))],
  ].map(([name, segment = '']) =>
    hostile('header', 'malformed_token', undefined, `header: ${name}`, ({ genuineParts, secret }) =>
      signSegments(segment, genuineParts().payload, secret),
    ),
  ),
];

/** Headers that are wrong apart from their algorithm. */
export const HEADERS: readonly HostileToken[] = [...EXTENSIONS, ...MALFORMED];
