import { SetupError } from '../setup-error.ts';

/**
 * Reads the hosts of `--allow-host` as URLs write them: lower case, and with a port unless it is a default one.
 * @throws SetupError for anything but one host, such as a URL or a pattern.
 */
export const parseAllowedHosts = (texts: readonly string[]): string[] => texts.map(parseHost);

function parseHost(text: string): string {
  const url = /^[^\s/\\@?#*]+$/.test(text) && URL.canParse(`http://${text}`) && new URL(`http://${text}`);
  if (!url) {
    const meant = URL.canParse(text) && new URL(text).host;
    throw new SetupError(
      `--allow-host takes one host, such as example.com or localhost:8080, and no URL or pattern: ${text}${meant ? `\n    Write --allow-host ${meant}` : ''}`,
    );
  }
  return url.host.replace(/:443$/, '');
}
