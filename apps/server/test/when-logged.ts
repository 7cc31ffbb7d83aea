import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Resolves when a program has written `text` to this stream. @throws with what it wrote if it ends before */
export async function whenLogged(child: ChildProcess, stream: Readable, text: string): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    stream.on('data', (chunk) => {
      log += chunk;
      if (log.includes(text)) resolve();
    });
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended:\n${log}`)));
    child.once('error', reject);
  });
}
