import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export type Input = Readable & { isTTY?: boolean };

/** Far more than any token, so that a wrong file does not fill the memory. */
const MAX_INPUT_CHARACTERS = 1024 * 1024;

/** The first line of a header that the clipboard split in two. */
const ONLY_A_NAME = /^\s*(?:authorization\s*:)?\s*(?:bearer)?\s*$/i;

/** Reads the pasted text: all of a pipe, or one line of a terminal, asked for on `prompts`. */
export async function readInput(input: Input, prompts: Writable): Promise<string> {
  if (!input.isTTY) return readAll(input);
  prompts.write('Paste the token and press Enter.\n');
  // A terminal's own line editing would cut a long line.
  const lines = createInterface({ input, output: prompts, terminal: true, historySize: 0 });
  let text = '';
  for await (const line of lines) {
    text += `${line}\n`;
    if (!ONLY_A_NAME.test(line)) break;
  }
  lines.close();
  return text;
}

async function readAll(input: Readable): Promise<string> {
  let text = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    text += chunk;
    if (text.length > MAX_INPUT_CHARACTERS) break;
  }
  return text;
}
