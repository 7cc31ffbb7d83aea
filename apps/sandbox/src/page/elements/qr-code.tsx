import { useEffect, useMemo } from 'preact/hooks';
import encodeQR from 'qr';
import { Image } from './image.tsx';
import { classes, text } from './values.ts';
import type { ViewProps } from './view-props.ts';

/** One square for each dark module, and how many modules a side has; `undefined` for text that does not fit. */
function encode(content: string, hasLogo: boolean): { path: string; size: number } | undefined {
  try {
    // A logo hides modules in the middle.
    const rows = encodeQR(content, 'raw', { ecc: hasLogo ? 'high' : 'medium', border: 2 });
    const squares = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
    return { path: squares.join(''), size: rows.length };
  } catch {
    return undefined;
  }
}

export function QrCode({ properties, element }: ViewProps) {
  const content = text(properties, 'content');
  const logo = text(properties, 'logo');
  const code = useMemo(
    () => (content === undefined ? undefined : encode(content, logo !== undefined)),
    [content, logo],
  );
  const failed = content !== undefined && code === undefined;
  useEffect(() => {
    if (failed) element.emit('error');
  }, [failed]);
  if (!code) return null;
  return (
    <div
      class={classes('qr', text(properties, 'size'), text(properties, 'border') === 'none' && 'no-border')}
      role="img"
      aria-label={text(properties, 'accessibilityLabel') ?? 'QR code'}
    >
      <svg viewBox={`0 0 ${code.size} ${code.size}`} shape-rendering="crispEdges" aria-hidden="true">
        <path d={code.path} />
      </svg>
      {logo && <Image source={logo} alt="" class="qr-logo" />}
    </div>
  );
}
