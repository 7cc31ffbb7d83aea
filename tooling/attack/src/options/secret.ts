import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { TypedIn } from './attack-options.ts';
import { USAGE } from './help.ts';

interface SecretOptions {
  'secret-env'?: string | undefined;
  'secret-file'?: string | undefined;
}

/**
 * Reads the app's client secret from a variable of the environment or a file, never from an argument, which others
 * on the machine can read and the shell's history keeps.
 *
 * @throws {UsageError} whose message does not contain the secret
 */
export function readSecret(
  { 'secret-env': variable, 'secret-file': file }: SecretOptions,
  { directory, environment, clientId }: TypedIn & { clientId: string },
): string {
  if ((variable === undefined) === (file === undefined)) {
    throw new UsageError(
      `Name the client secret's variable with --secret-env, or its file with --secret-file. ${USAGE}`,
    );
  }
  const secret =
    file === undefined ? fromEnvironment(variable!, environment) : fromFile(resolve(directory, file));
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    throw new UsageError('The client secret must be visible ASCII without white space');
  }
  if (secret === clientId) throw new UsageError('The client secret is the client id, which is public');
  return secret;
}

function fromEnvironment(variable: string, environment: NodeJS.ProcessEnv): string {
  // Otherwise a secret that is typed here by mistake would be printed.
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(variable) || variable.startsWith('shpss_')) {
    throw new UsageError('--secret-env takes the name of a variable, not the secret');
  }
  const secret = environment[variable];
  if (!secret) throw new UsageError(`--secret-env: the variable ${variable} is not set`);
  return secret;
}

function fromFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new UsageError(`--secret-file: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
