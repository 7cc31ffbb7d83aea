import { readFileSync } from 'node:fs';

/** Returns the code under each heading of "In your own server", by the heading in lower case. */
export function readmeExamples(): Readonly<Record<string, string>> {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const examples = [...readme.matchAll(/^### (\w+)\n\n```ts\n([\s\S]*?)^```$/gm)];
  return Object.fromEntries(examples.map(([, heading = '', code = '']) => [heading.toLowerCase(), code]));
}
