import { closeSync, openSync, readSync } from 'node:fs';

/** No secret is longer; a larger file is the wrong one. */
const MAX_BYTES = 4096;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'cannot be read by this user',
  EPERM: 'cannot be read by this user',
};

/**
 * Reads a secret from a file of one line, such as a mounted secret of Docker or Kubernetes. Removes the line break at
 * the end and a byte order mark. Returns the problem without the path: somebody may have set the secret itself.
 */
export function readSecretFile(path: string): { secret: string } | { problem: string } {
  let bytes: Buffer;
  try {
    bytes = readAtMost(path, MAX_BYTES + 1);
  } catch (error) {
    const { code = 'no code' } = error as NodeJS.ErrnoException;
    return { problem: `names a file that ${REASONS[code] ?? `cannot be read (${code})`}` };
  }
  if (bytes.length > MAX_BYTES) return { problem: `names a file of more than ${MAX_BYTES} bytes` };
  const text = decode(bytes)?.replace(/\r?\n$/, '');
  if (text === undefined) return { problem: 'names a file that is not UTF-8 text' };
  if (text.trim() === '') return { problem: 'names an empty file' };
  if (/[\r\n]/.test(text))
    return { problem: 'names a file of several lines: it must contain the secret only' };
  return { secret: text };
}

/** Reads until the end or the limit. The path may be a pipe, whose size is unknown. */
function readAtMost(path: string, maxBytes: number): Buffer {
  const bytes = Buffer.alloc(maxBytes);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    while (length < maxBytes) {
      const read = readSync(file, bytes, length, maxBytes - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
