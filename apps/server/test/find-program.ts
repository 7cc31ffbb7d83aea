import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Returns the path of an optional program if it is installed. Running it to find out would take longer. */
export function findProgram(name: string): string | undefined {
  // biome-ignore lint/style/noProcessEnv: the search path of programs
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find(existsSync);
}
