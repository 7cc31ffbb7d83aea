import type { PhotoOptions } from '../../contract/host-views.ts';

/** `CameraMediaResponse` of the types. */
export interface Photo {
  /** Without the `data:` prefix. */
  base64: string;
  width: number;
  height: number;
  /** In bytes. */
  fileSize: number;
  type: string;
}

/** The size of the drawn picture before it is limited. */
const FULL = { environment: { width: 1600, height: 1200 }, user: { width: 1200, height: 1600 } };

/** Draws the picture that the device's camera takes. The two cameras take different ones. */
export async function takeSamplePhoto({
  facingMode,
  maxWidth,
  maxHeight,
  quality,
}: PhotoOptions): Promise<Photo> {
  const full = FULL[facingMode];
  const scale = Math.min(1, maxWidth / full.width, maxHeight / full.height);
  const [width, height] = [
    Math.max(1, Math.floor(full.width * scale)),
    Math.max(1, Math.floor(full.height * scale)),
  ];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser cannot draw the sample photo.');
  context.scale(width / full.width, height / full.height);
  draw(context, full, facingMode);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { base64: await toBase64(blob), width, height, fileSize: blob.size, type: blob.type };
}

function draw(
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
  facingMode: PhotoOptions['facingMode'],
): void {
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, facingMode === 'user' ? '#f2c9a1' : '#cfe3ee');
  sky.addColorStop(1, facingMode === 'user' ? '#c97b4a' : '#7fa3b8');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#5b4636';
  context.fillRect(0, height * 0.7, width, height * 0.3);
  context.fillStyle = '#b98a5b';
  context.fillRect(width * 0.3, height * 0.35, width * 0.4, height * 0.4);
  context.fillStyle = '#f4e6d2';
  context.fillRect(width * 0.38, height * 0.45, width * 0.24, height * 0.12);
  context.fillStyle = '#2b2b2b';
  context.font = '48px sans-serif';
  context.textAlign = 'center';
  context.fillText('Sample photo', width / 2, height * 0.53);
}

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}
