import { createHash } from 'node:crypto';
import sbom from 'rollup-plugin-sbom';
import type { Rolldown } from 'tsdown';

/**
 * Writes the list of bundled packages next to the bundle (CycloneDX, JSON). The same commit gives the same file: it has
 * no time, and its serial number is a hash.
 */
export function billOfMaterials(): Rolldown.Plugin {
  const plugin = sbom({
    outDir: '',
    outFilename: 'sbom.cdx',
    outFormats: ['json'],
    saveTimestamp: false,
    generateSerial: false,
    includeWellKnown: false,
    afterCollect(bom) {
      const { tools } = bom.metadata.tools;
      // Found on the disk, but used by the tests only.
      for (const tool of tools) if (tool.name === 'vite') tools.delete(tool);
      const packages = [...bom.components].map(({ name, group, version }) => [group, name, version]);
      bom.serialNumber = serialNumber(JSON.stringify(packages.toSorted()));
    },
  });
  return {
    ...plugin,
    // It looks for every bundler that it knows, and warns that Rollup is not installed: Rolldown is.
    onLog: (_level, log) => (log.message.includes('auto-registration of tool "rollup"') ? false : undefined),
  };
}

/** Derives a UUID (version 8, RFC 9562 section 5.8) from a text. GitHub attests no list without one. */
function serialNumber(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
