/** Reports progress: on a terminal in one line that it overwrites, in a file with a line per part. */
export function createProgress(): (text: string) => void {
  let shownPart = '';
  return (text) => {
    const part = text.slice(0, text.indexOf(':'));
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
    else if (part !== shownPart) process.stderr.write(`${part} …\n`);
    shownPart = part;
  };
}
