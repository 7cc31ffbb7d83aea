import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  type InterfaceDeclaration,
  Project,
  type SourceFile,
  type Type,
  type Symbol as TypeSymbol,
} from 'ts-morph';
import type { ElementSchema, ElementSchemas, PropertyKind } from './element-schema.ts';

/** Not the element's own: Preact and the DOM look after them. */
const NOT_PROPERTIES = new Set(['children', 'key', 'ref', 'slot']);

/** Reads the elements of every `targets` from the types of @shopify/ui-extensions. Takes seconds. */
export function readElementTypes(surface: 'checkout', targets: readonly string[]): ElementSchemas {
  const { root, source } = uiExtensionsPackage();
  const project = new Project({
    compilerOptions: {
      strict: true,
      skipLibCheck: true,
      types: [],
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    },
  });
  const elements = new Map<string, ElementSchema>();
  const tagsOfFile = new Map<SourceFile, string[]>();
  const tagsOfTarget: Record<string, string[]> = {};

  for (const target of targets) {
    const declaration = project.addSourceFileAtPath(
      join(root, `build/ts/surfaces/${surface}/targets/${target}.d.ts`),
    );
    const tags = new Set<string>();
    for (const imported of declaration.getImportDeclarations()) {
      const file = imported.getModuleSpecifierSourceFile();
      if (!file?.getFilePath().includes('/components/')) continue;
      if (!tagsOfFile.has(file)) {
        const found = elementsOf(file);
        for (const [tag, element] of found) elements.set(tag, element);
        tagsOfFile.set(file, [...found.keys()]);
      }
      for (const tag of tagsOfFile.get(file)!) tags.add(tag);
    }
    tagsOfTarget[target] = [...tags].sort();
  }
  return { source, elements: Object.fromEntries([...elements].sort()), targets: tagsOfTarget };
}

function uiExtensionsPackage(): { root: string; source: string } {
  const require = createRequire(import.meta.url);
  // Its package.json is not exported.
  const root = join(dirname(require.resolve('@shopify/ui-extensions/preact')), '../..');
  const { name, version } = require(join(root, 'package.json')) as { name: string; version: string };
  return { root, source: `${name}@${version}` };
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
      const tag = tags.get(entry.getName().replace(/[[\]]/g, ''));
      const className = entry.getTypeNode()?.getText();
      if (tag && className) elements.set(tag, elementOf(file, className));
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
  const names = (suffix: string) =>
    file
      .getInterface(`${className}${suffix}`)
      ?.getType()
      .getProperties()
      .map((symbol) => symbol.getName()) ?? [];
  const properties: Record<string, PropertyKind> = {};
  const events = new Set(names('Events'));
  for (const symbol of file.getInterface(`${className}Props`)?.getType().getProperties() ?? []) {
    const name = symbol.getName();
    if (/^on[A-Z]/.test(name)) events.add(name.slice(2).toLowerCase());
    else if (!NOT_PROPERTIES.has(name)) properties[name] = kindOf(valueType(symbol, element));
  }
  for (const symbol of element.getProperties()) {
    if (/^on[a-z]/.test(symbol.getName())) events.add(symbol.getName().slice(2));
  }
  return {
    properties: Object.fromEntries(Object.entries(properties).sort()),
    events: [...events].sort(),
    slots: names('Slots').sort(),
    methods: names('Methods').sort(),
  };
}

const valueType = (symbol: TypeSymbol, at: InterfaceDeclaration) =>
  symbol.getTypeAtLocation(at).getNonNullableType();

function kindOf(type: Type): PropertyKind {
  const kinds = new Set((type.isUnion() ? type.getUnionTypes() : [type]).map(kindOfOne));
  return kinds.size === 1 ? [...kinds][0]! : 'any';
}

function kindOfOne(type: Type): PropertyKind {
  if (type.isBoolean() || type.isBooleanLiteral()) return 'boolean';
  if (type.isNumber() || type.isNumberLiteral()) return 'number';
  if (type.isString() || type.isStringLiteral() || type.isTemplateLiteral()) return 'string';
  if (type.isArray() || type.isReadonlyArray() || type.isTuple()) return 'array';
  if (type.getCallSignatures().length > 0) return 'function';
  // `string & {}`, the idiom that keeps editors suggesting the literals of a union.
  if (type.isIntersection()) {
    const parts = type.getIntersectionTypes();
    if (parts.some((part) => part.isString())) return 'string';
    if (parts.some((part) => part.isNumber())) return 'number';
  }
  return type.isObject() ? 'object' : 'any';
}
