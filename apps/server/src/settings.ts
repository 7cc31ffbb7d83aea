import { readSecretFile } from './secret-file.ts';

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Reads settings and collects what is wrong with them, without a value. */
export interface Settings {
  problems: string[];
  /** Returns the value without white space around it, or `undefined` if it is missing or blank. */
  text(name: string): string | undefined;
  /** Like `text`, and reports a missing value with the hint. */
  required(name: string, hint: string): string;
  integer(name: string, fallback: number, min: number, max: number): number;
  /** Returns one of the options. */
  oneOf<Option extends string>(name: string, options: readonly Option[], fallback: Option): Option;
  /** Like `text`, but reads the file that `<name>_FILE` names, if that is set instead. */
  secret(name: string): string | undefined;
  /** Like `secret`, and reports a missing value with the hint. */
  requiredSecret(name: string, hint: string): string;
  /** Like `secret`, but not trimmed: a password may begin or end with a space. */
  password(name: string): string | undefined;
  /** Returns the variable that provides the secret: the name, or the name with `_FILE`. */
  sourceOf(name: string): string;
}

export function createSettings(variables: Variables): Settings {
  const problems: string[] = [];
  /** Files are read once, because a pipe can be read only once. */
  const secrets = new Map<string, string | undefined>();
  const text = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const fileOf = (name: string): string | undefined => text(`${name}_FILE`);

  function readSecret(name: string): string | undefined {
    const path = fileOf(name);
    const value = variables[name] || undefined;
    if (path === undefined) return value;
    if (value !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set: keep one`);
      return value;
    }
    const file = readSecretFile(path);
    if ('secret' in file) return file.secret;
    problems.push(`${name}_FILE ${file.problem}`);
    return undefined;
  }

  function password(name: string): string | undefined {
    if (!secrets.has(name)) secrets.set(name, readSecret(name));
    return secrets.get(name);
  }

  const secret = (name: string): string | undefined => password(name)?.trim() || undefined;

  return {
    problems,
    text,
    required(name, hint) {
      const value = text(name);
      if (value === undefined) problems.push(`${name} is missing: ${hint}`);
      return value ?? '';
    },
    integer(name, fallback, min, max) {
      const value = text(name);
      if (value === undefined) return fallback;
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      if (number >= min && number <= max) return number;
      problems.push(`${name} must be a whole number from ${min} to ${max}`);
      return fallback;
    },
    oneOf(name, options, fallback) {
      const value = text(name) ?? fallback;
      const option = options.find((known) => known === value);
      if (option === undefined) problems.push(`${name} must be one of ${options.join(', ')}`);
      return option ?? fallback;
    },
    secret,
    requiredSecret(name, hint) {
      const value = secret(name);
      if (value === undefined && fileOf(name) === undefined) problems.push(`${name} is missing: ${hint}`);
      return value ?? '';
    },
    password,
    sourceOf: (name) => (fileOf(name) === undefined ? name : `${name}_FILE`),
  };
}
