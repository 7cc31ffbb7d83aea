import { encodeSegment, signSegments } from '../sign.ts';
import { type Build, type HostileToken, hostile } from './row.ts';

/** Mints a genuine token of this length, padded with white space after its JSON. */
export const ofLength =
  (length: number): Build =>
  ({ genuineClaims, secret }) => {
    const header = encodeSegment({ alg: 'HS256' });
    const payloadLength = length - header.length - 43 - 2;
    const json = JSON.stringify(genuineClaims()).padEnd(Math.floor((payloadLength * 3) / 4));
    return signSegments(header, encodeSegment(json), secret);
  };

export const SIZES: readonly HostileToken[] = [
  hostile('size', 'token_too_large', undefined, 'a megabyte, signed with our secret', ofLength(1_000_000)),
];
