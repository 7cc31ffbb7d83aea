/** What a step has come to. A step that failed need not keep the others from going on. */
export interface StepResult {
  ok: boolean;
  text: string;
}

/** The steps of a start, each with its time; on a terminal, the ones under way are seen too. */
export function createProgress(out: NodeJS.WriteStream) {
  const paint = (code: number, text: string) =>
    out.isTTY && process.env.NO_COLOR === undefined ? `\u001b[${code}m${text}\u001b[0m` : text;
  const underWay = new Set<string>();

  const showUnderWay = () => {
    if (!out.isTTY) return;
    out.write(`\r\u001b[K${underWay.size > 0 ? paint(2, `  … ${[...underWay].join(', ')}`) : ''}`);
  };
  const line = (text: string) => {
    if (out.isTTY) out.write('\r\u001b[K');
    out.write(`${text}\n`);
    showUnderWay();
  };

  return {
    line,
    dim: (text: string) => paint(2, text),
    bold: (text: string) => paint(1, text),
    ok: (text: string) => paint(32, text),
    bad: (text: string) => paint(31, text),
    async step<T>(title: string, work: Promise<T>, result: (value: T) => StepResult): Promise<T> {
      const startedAt = performance.now();
      underWay.add(title);
      showUnderWay();
      try {
        const value = await work;
        underWay.delete(title);
        const ms = `${Math.round(performance.now() - startedAt)} ms`;
        const { ok, text } = result(value);
        line(`  ${ok ? paint(32, '✓') : paint(31, '✗')} ${title.padEnd(38)}${text}  ${paint(2, ms)}`);
        return value;
      } catch (error) {
        underWay.delete(title);
        line(`  ${paint(31, '✗')} ${title}`);
        throw error;
      }
    },
  };
}
