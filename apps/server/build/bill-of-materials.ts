import sbom from 'rollup-plugin-sbom';
import type { Rolldown } from 'tsdown';

/**
 * Writes the list of bundled packages next to the bundle (CycloneDX, JSON). The same commit gives the same file: it has
 * no time and no random serial number.
 */
export function billOfMaterials(): Rolldown.Plugin {
  return sbom({
    outDir: '',
    outFilename: 'sbom.cdx',
    outFormats: ['json'],
    saveTimestamp: false,
    generateSerial: false,
    includeWellKnown: false,
    afterCollect({ metadata: { tools } }) {
      // Found on the disk, but used by the tests only.
      for (const tool of tools.tools) if (tool.name === 'vite') tools.tools.delete(tool);
    },
  });
}
