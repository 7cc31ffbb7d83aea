import { SetupError } from '../setup-error.ts';

/**
 * Reads the hosts of an option, such as `--allow-host`, as URLs write them: lower case, and with a port unless it is a default one.
 * @throws SetupError for anything but one host, such as a URL or a pattern.
 */
export const parseHosts = (option: string, texts: readonly string[]): string[] =>
  texts.map((text) => parseHost(option, text));

function parseHost(option: string, text: string): string {
  const url = /^[^\s/\\@?#*]+$/.test(text) && URL.canParse(`http://${text}`) && new URL(`http://${text}`);
  if (!url) {
    const meant = URL.canParse(text) && new URL(text).host;
    throw new SetupError(
      `${option} takes one host, such as example.com or localhost:8080, and no URL or pattern: ${text}${meant ? `\n    Write ${option} ${meant}` : ''}`,
    );
  }
  return url.host.replace(/:443$/, '');
}
