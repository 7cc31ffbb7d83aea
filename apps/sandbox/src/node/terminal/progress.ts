/** The result of a step. A failed step does not stop the others. */
export interface StepResult {
  ok: boolean;
  text: string;
  /** Printed below, one per line. */
  notes?: readonly string[];
}

/** Prints the steps of a start, each with its duration. A terminal also shows pending steps. */
export function createProgress(out: NodeJS.WriteStream) {
  const paint = (code: number, text: string) =>
    out.isTTY && process.env.NO_COLOR === undefined ? `\u001b[${code}m${text}\u001b[0m` : text;
  const pending = new Set<string>();

  const showPending = () => {
    if (!out.isTTY) return;
    out.write(`\r\u001b[K${pending.size > 0 ? paint(2, `  … ${[...pending].join(', ')}`) : ''}`);
  };
  const line = (text: string) => {
    if (out.isTTY) out.write('\r\u001b[K');
    out.write(`${text}\n`);
    showPending();
  };

  return {
    line,
    dim: (text: string) => paint(2, text),
    bold: (text: string) => paint(1, text),
    ok: (text: string) => paint(32, text),
    bad: (text: string) => paint(31, text),
    async step<T>(title: string, work: Promise<T>, result: (value: T) => StepResult): Promise<T> {
      const startedAt = performance.now();
      pending.add(title);
      showPending();
      try {
        const value = await work;
        pending.delete(title);
        const ms = `${Math.round(performance.now() - startedAt)} ms`;
        const { ok, text, notes = [] } = result(value);
        line(`  ${ok ? paint(32, '✓') : paint(31, '✗')} ${title.padEnd(38)} ${text}  ${paint(2, ms)}`);
        for (const note of notes) line(`      ${paint(33, '!')} ${note}`);
        return value;
      } catch (error) {
        pending.delete(title);
        line(`  ${paint(31, '✗')} ${title}`);
        throw error;
      }
    },
  };
}
