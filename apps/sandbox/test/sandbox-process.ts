import type { ChildProcess } from 'node:child_process';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { ENDPOINTS, KEY_HEADER } from '../src/contract/endpoints.ts';
import type { Hello, LiveEvent } from '../src/contract/live-events.ts';

/** The program that `pnpm start` runs. */
export const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Returns the output until the sandbox is ready. @throws if it ends earlier */
export async function untilReady(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout!) {
    output += chunk;
    if (output.includes('Ctrl-C stops everything')) return output;
  }
  throw new Error(`ended before it was ready:\n${output}`);
}

export const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

/** Connects like the page at the printed URL, and returns its first event. */
export function firstHello(printed: URL, key = printed.hash.slice('#key='.length)): Promise<Hello> {
  return new Promise((resolve, reject) => {
    const headers = { 'sec-fetch-site': 'same-origin', [KEY_HEADER]: key };
    const request = get(
      `${printed.origin}${ENDPOINTS.events}?page=0123-4567-89ab`,
      { headers },
      (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`the sandbox responded with ${response.statusCode}`));
          request.destroy();
        }
        response.once('data', (chunk) => {
          const event: LiveEvent = JSON.parse(String(chunk).split('\n')[0]!);
          if (event.name === 'hello') resolve(event.data);
        });
      },
    );
    request.once('error', reject);
  });
}
