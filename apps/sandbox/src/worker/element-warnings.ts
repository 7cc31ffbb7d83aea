import { nearestNames } from '@session-token/extension-bundler/unknown-name';
import type { ElementSchema, PropertyKind } from '../schema/element-schema.ts';
import { describeValue } from './property-values.ts';

export interface ElementWarningsOptions {
  /** The elements that the target may use. */
  elements: Readonly<Record<string, ElementSchema>>;
  target: string;
  report(message: string): void;
}

export type ElementWarnings = ReturnType<typeof createElementWarnings>;

const EXPECTED: Record<PropertyKind, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  function: 'a function',
  any: 'text, a number, true or false, an array or an object',
};

/** Names what an extension's tree loses in this target, each kind of loss once. */
export function createElementWarnings({ elements, target, report }: ElementWarningsOptions) {
  const reported = new Set<string>();

  function once(kind: string, message: () => string): void {
    if (reported.has(kind)) return;
    reported.add(kind);
    report(message());
  }

  return {
    /** An element that the target lacks. Its children are rendered. */
    element(tag: string): void {
      once(tag, () => {
        if (!tag.includes('-')) {
          return `<${tag}> is HTML, not an element of Shopify. Only its children are rendered.`;
        }
        const suggestion = didYouMean(tag, Object.keys(elements), (name) => `<${name}>`);
        return `<${tag}> is not available in ${target}. Only its children are rendered.${suggestion}`;
      });
    },
    /** A property or an attribute that the element does not have. */
    property(tag: string, name: string, value: unknown): void {
      once(`${tag} ${name}`, () => {
        const suggestion = didYouMean(name, Object.keys(elements[tag]?.properties ?? {}));
        return `<${tag}> has no property "${name}", so ${describeValue(value)} is ignored.${suggestion}`;
      });
    },
    /** A value that a property does not take. */
    value(tag: string, name: string, kind: PropertyKind, value: unknown): void {
      once(`${tag} ${name} value`, () => {
        return `<${tag}> ignores ${describeValue(value)} for "${name}": expected ${EXPECTED[kind]}.`;
      });
    },
    /** A URL that would run code. */
    url(tag: string, name: string, value: unknown): void {
      once(`${tag} ${name} url`, () => {
        return `<${tag}> ignores ${describeValue(value)} for "${name}": the URL would run code.`;
      });
    },
    /** A listener for an event that the element never sends. */
    event(tag: string, type: string): void {
      once(`${tag} on${type}`, () => {
        const suggestion = didYouMean(type.toLowerCase(), elements[tag]?.events ?? []);
        return `<${tag}> has no event "${type}", so its listener is never called.${suggestion}`;
      });
    },
    style(tag: string): void {
      once(`${tag} style`, () => `<${tag}> has no "style": elements of Shopify cannot be styled.`);
    },
  };
}

function didYouMean(name: string, known: readonly string[], format = (name: string) => `"${name}"`): string {
  const nearest = nearestNames(name, known);
  return nearest.length > 0 ? ` Did you mean ${nearest.map(format).join(' or ')}?` : '';
}
