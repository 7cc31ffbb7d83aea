const MAX_DISPLAYED_CHARACTERS = 120;

/** Returns a value of an unverified token as short, printable ASCII, so that it cannot control a terminal. */
export function display(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value).replace(/[^\x20-\x7e]/g, escapeCharacter);
  if (text.length <= MAX_DISPLAYED_CHARACTERS) return text;
  return `${text.slice(0, MAX_DISPLAYED_CHARACTERS)}… (${text.length} characters)`;
}

const escapeCharacter = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Returns a number of seconds in words, such as `4 min 48 s`. */
export function displayDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  // The two largest units are precise enough.
  const first = parts.findIndex(([count]) => count > 0);
  const shown = first === -1 ? parts.slice(-1) : parts.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => `${count} ${unit}`).join(' ');
}

/** Returns seconds since 1970 as a date and time in UTC. */
export const displayTime = (seconds: number) =>
  new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
