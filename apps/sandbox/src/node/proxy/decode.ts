import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/** A body that decompresses to more than this is recorded as sent: it may be an attack on memory. */
const MAX_DECODED_BYTES = 32 * 1024 * 1024;

const DECODERS = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
  zstd: zstdDecompressSync,
};

/** Decompresses a recorded body (RFC 9110 §8.4). Returns it unchanged if it cannot. */
export function decode(body: Buffer | undefined, encoding: string | undefined): Buffer | undefined {
  const decoder = DECODERS[encoding?.trim().toLowerCase() as keyof typeof DECODERS];
  if (!body || !decoder) return body;
  try {
    return decoder(body, { maxOutputLength: MAX_DECODED_BYTES });
  } catch {
    return body;
  }
}
