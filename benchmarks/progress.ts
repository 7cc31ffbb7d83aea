/** Shows where a run is: on a terminal one line that is written over, into a file one for each part. */
export function createProgress(): (text: string) => void {
  let shownPart = '';
  return (text) => {
    const part = text.slice(0, text.indexOf(':'));
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
    else if (part !== shownPart) process.stderr.write(`${part} …\n`);
    shownPart = part;
  };
}
