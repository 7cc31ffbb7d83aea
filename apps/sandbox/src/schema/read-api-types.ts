import type { SourceFile, Type, Symbol as TypeSymbol } from 'ts-morph';
import type { Surface } from '../contract/surfaces.ts';
import type { ApiMembers, ApiTable, Kind, MemberKind } from './api-schema.ts';
import type { UiExtensionsTypes } from './ui-extensions-types.ts';
import { shareValues } from './version-history.ts';

/** Reads the `shopify` global of every target of a surface. Takes seconds. */
export function readApiTypes(types: UiExtensionsTypes, surface: Surface): ApiTable {
  return shareValues(
    types.targets(surface).map((target) => [target, membersOf(types.declaration(surface, target))] as const),
  );
}

function membersOf(file: SourceFile): ApiMembers {
  const members: ApiMembers = {};
  collect(file.getTypeAliasOrThrow('Api').getType(), { file, members, path: [], optional: false });
  for (const { type, path } of globalsOf(file)) collect(type, { file, members, path, optional: false });
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The globals that a target has besides its API: `ShopifyGlobal` (the target's own, or its surface's)
 * and, in targets that declare it, `navigation`. In POS, `Window` adds `close()` next to `navigation`.
 */
function globalsOf(file: SourceFile): { type: Type; path: string[] }[] {
  const globals = file.getProject().addSourceFileAtPath(`${file.getDirectory().getPath()}/../globals.d.ts`);
  const own = file.getExportedDeclarations().get('ShopifyGlobal')?.[0];
  // POS declares none before 2026-07.
  const shopify = own ?? globals.getInterface('ShopifyGlobal');
  const found = shopify ? [{ type: shopify.getType(), path: [] as string[] }] : [];
  if (!file.getImportDeclaration('../globals')) return found;
  const ambient = globals.getModules().flatMap((module) => module.getVariableDeclarations());
  const navigation = ambient.find((variable) => variable.getName() === 'navigation');
  if (!navigation) return found;
  found.push({ type: navigation.getType(), path: ['window', 'navigation'] });
  const declaredIn = navigation.getType().getSymbolOrThrow().getDeclarations()[0]!.getSourceFile();
  const window = declaredIn.getInterface('Window');
  if (window) found.push({ type: window.getType(), path: ['window'] });
  return found;
}

interface Place {
  file: SourceFile;
  members: ApiMembers;
  path: string[];
  optional: boolean;
}

function collect(type: Type, { file, members, path, optional }: Place): void {
  for (const symbol of type.getProperties()) {
    const value = typeOf(symbol, file);
    const isOptional = optional || symbol.isOptional();
    const at = [...path, symbol.getName()];
    if (path[0] !== 'window' && hasApis(value, file))
      collect(value, { file, members, path: at, optional: isOptional });
    else members[at.join('.')] = (isOptional ? `${kindOf(value)}?` : kindOf(value)) as MemberKind;
  }
}

const typeOf = (symbol: TypeSymbol, file: SourceFile) => symbol.getTypeAtLocation(file).getNonNullableType();

/** Whether an object contains functions or signals, each of which is then a member. */
function hasApis(type: Type, file: SourceFile): boolean {
  if (!type.isObject() && !type.isIntersection()) return false;
  if (type.isArray() || kindOf(type) !== 'value' || isOfLibrary(type)) return false;
  return type.getProperties().some((symbol) => {
    const value = typeOf(symbol, file);
    return kindOf(value) !== 'value' || hasApis(value, file);
  });
}

function kindOf(type: Type): Kind {
  const [signature] = type.getCallSignatures();
  if (signature) return signature.getReturnType().getSymbol()?.getName() === 'Promise' ? 'async' : 'function';
  return type.getProperty('value') && type.getProperty('subscribe') ? 'signal' : 'value';
}

/** DOM types such as `AbortSignal`, and types of JavaScript such as `Date`. */
const isOfLibrary = (type: Type) =>
  (type.getSymbol()?.getDeclarations() ?? []).some((declaration) =>
    /\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().getFilePath()),
  );
