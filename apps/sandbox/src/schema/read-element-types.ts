import type { InterfaceDeclaration, SourceFile, Symbol as TypeSymbol } from 'ts-morph';
import type { Surface } from '../contract/surfaces.ts';
import { kindOf } from './element-kinds.ts';
import type { ElementSchema, ElementTable, PropertyKind } from './element-schema.ts';
import type { UiExtensionsTypes } from './ui-extensions-types.ts';
import { shareValues } from './version-history.ts';

/** Handled by Preact and the DOM, not by the elements. */
const NOT_PROPERTIES = new Set(['children', 'key', 'ref', 'slot']);

/**
 * Reads the elements of every target of a surface. Takes seconds. A target may import a component that the
 * version does not describe, as `Chat` before 2026-07: its element is then that of `later`, the table of the
 * next version.
 */
export function readElementTypes(
  types: UiExtensionsTypes,
  surface: Surface,
  later?: ElementTable,
): ElementTable {
  const elements = new Map<string, ElementSchema>();
  const tagsOfComponent = new Map<string, string[]>();

  function elementOfLater(component: string): Map<string, ElementSchema> {
    const tag = `s-${component.replace(/\B[A-Z]/g, '-$&').toLowerCase()}`;
    const element = later?.elements[tag];
    return new Map(element ? [[tag, element]] : []);
  }

  function tagsOf(target: string): Record<string, true> {
    const tags = new Set<string>();
    for (const imported of types.declaration(surface, target).getImportDeclarations()) {
      const [, component] = /\/components\/(\w+)(?:\.d\.ts)?$/.exec(imported.getModuleSpecifierValue()) ?? [];
      if (!component) continue;
      if (!tagsOfComponent.has(component)) {
        const file = imported.getModuleSpecifierSourceFile();
        const described = file ? elementsOf(file) : new Map<string, ElementSchema>();
        const found = described.size > 0 ? described : elementOfLater(component);
        for (const [tag, element] of found) elements.set(tag, element);
        tagsOfComponent.set(component, [...found.keys()]);
      }
      for (const tag of tagsOfComponent.get(component)!) tags.add(tag);
    }
    return Object.fromEntries([...tags].sort().map((tag) => [tag, true]));
  }

  const targets = shareValues(types.targets(surface).map((target) => [target, tagsOf(target)] as const));
  return { elements: Object.fromEntries([...elements].sort()), targets };
}

/** A component file declares `const tagName = 's-x'` and `HTMLElementTagNameMap { [tagName]: XElement }`. */
function elementsOf(file: SourceFile): Map<string, ElementSchema> {
  const tags = new Map<string, string>();
  for (const variable of file.getVariableDeclarations()) {
    const tag = variable.getType().getLiteralValue();
    if (typeof tag === 'string' && tag.startsWith('s-')) tags.set(variable.getName(), tag);
  }
  const elements = new Map<string, ElementSchema>();
  for (const map of globalInterfaces(file, 'HTMLElementTagNameMap')) {
    for (const entry of map.getProperties()) {
      const key = entry.getName().replace(/[[\]'"]/g, '');
      const tag = tags.get(key) ?? (key.startsWith('s-') ? key : undefined);
      const className = entry.getTypeNode()?.getText();
      const element = className && file.getInterface(className);
      if (tag) elements.set(tag, element ? elementOf(file, className) : jsxElementOf(file));
    }
  }
  return elements;
}

function globalInterfaces(file: SourceFile, name: string): InterfaceDeclaration[] {
  return file
    .getModules()
    .filter((module) => module.getName() === 'global')
    .flatMap((module) => module.getInterfaces())
    .filter((declaration) => declaration.getName() === name);
}

function elementOf(file: SourceFile, className: string): ElementSchema {
  const element = file.getInterfaceOrThrow(className);
  const symbolsOf = (suffix: string) =>
    file.getInterface(`${className}${suffix}`)?.getType().getProperties() ?? [];
  const names = (suffix: string) => symbolsOf(suffix).map((symbol) => symbol.getName());
  const properties: Record<string, PropertyKind> = {};
  const events = new Set(names('Events').map(eventName));
  const methods = names('Methods').sort();
  const declared = file.getInterface(`${className}Props`) ? symbolsOf('Props') : ownSymbols(element);
  for (const symbol of declared) {
    const name = symbol.getName();
    if (/^on[A-Z]/.test(name)) events.add(eventName(name));
    else if (!/^on[a-z]/.test(name) && !NOT_PROPERTIES.has(name) && !methods.includes(name))
      properties[name] = kindOf(valueType(symbol, element));
  }
  for (const symbol of element.getProperties()) {
    if (/^on[a-z]/.test(symbol.getName())) events.add(symbol.getName().slice(2));
  }
  return {
    properties: Object.fromEntries(Object.entries(properties).sort()),
    events: [...events].sort(),
    slots: names('Slots').sort(),
    methods,
  };
}

/** `afterhide`, whether it is declared so or as `onAfterHide`. */
const eventName = (name: string) => (/^on[A-Z]/.test(name) ? name.slice(2).toLowerCase() : name);

/** The members that an element declares in addition to HTMLElement's. */
const ownSymbols = (element: InterfaceDeclaration) =>
  element
    .getType()
    .getProperties()
    .filter((symbol) =>
      symbol
        .getDeclarations()
        .some((declaration) => !/\/(lib\.dom|preact)\b/.test(declaration.getSourceFile().getFilePath())),
    );

/** POS declares its elements only by their JSX properties, including slots. */
function jsxElementOf(file: SourceFile): ElementSchema {
  const jsx = file.getInterfaces().find((declaration) => declaration.getName().endsWith('JSXProps'))!;
  const properties: Record<string, PropertyKind> = {};
  const [events, slots]: [string[], string[]] = [[], []];
  for (const symbol of jsx.getType().getProperties()) {
    const name = symbol.getName();
    if (/^on[A-Z]/.test(name)) events.push(eventName(name));
    else if (isSlot(symbol)) slots.push(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    else if (!NOT_PROPERTIES.has(name)) properties[name] = kindOf(valueType(symbol, jsx));
  }
  return {
    properties: Object.fromEntries(Object.entries(properties).sort()),
    events: events.sort(),
    slots: slots.sort(),
    methods: [],
  };
}

const isSlot = (symbol: TypeSymbol) =>
  symbol.getDeclarations().some((declaration) => /\?:\s*ComponentChild\b/.test(declaration.getText())) &&
  !NOT_PROPERTIES.has(symbol.getName());

const valueType = (symbol: TypeSymbol, at: InterfaceDeclaration) =>
  symbol.getTypeAtLocation(at).getNonNullableType();
