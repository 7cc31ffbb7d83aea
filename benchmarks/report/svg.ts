/** Renders a picture for light and dark pages, with its own styles after the shared ones. */
export function svgPage(options: {
  width: number;
  height: number;
  titles: readonly string[];
  lightStyle: string;
  darkStyle: string;
  parts: readonly string[];
}): string {
  const { width, height, titles, lightStyle, darkStyle, parts } = options;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img">
<title>${titles.map(escapeText).join('; ')}</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #57606a; } .title { font-weight: 600; }
${lightStyle}
@media (prefers-color-scheme: dark) { text { fill: #c9d1d9; } ${darkStyle} }
</style>
${parts.join('\n')}
</svg>
`;
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
