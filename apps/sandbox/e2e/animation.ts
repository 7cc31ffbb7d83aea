import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import upng from 'upng-js';

const COLORS = 256;
const MOVE_MS = 40;
const MOVES = 8;

/** GitHub loads larger images slowly. */
const MAX_BYTES = 3 * 1024 * 1024;

interface Frame {
  png: Buffer;
  ms: number;
}

/** Records a page as an animated PNG, which browsers repeat forever. A drawn pointer shows what is clicked. */
export async function createRecorder(page: Page) {
  const frames: Frame[] = [];
  let at = { x: 640, y: 700 };
  await page.evaluate(drawPointer, at);

  const movePointer = (to: { x: number; y: number }) =>
    page.evaluate(({ x, y }) => {
      document.getElementById('pointer')!.style.translate = `${x}px ${y}px`;
    }, to);

  async function hold(ms: number): Promise<void> {
    frames.push({ png: await page.screenshot({ animations: 'disabled', caret: 'hide' }), ms });
  }

  return {
    hold,
    /** Moves the pointer to the middle of a control, and clicks it. */
    async click(name: string): Promise<void> {
      const button = page.getByRole('button', { name });
      const box = (await button.boundingBox())!;
      const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const from = at;
      for (let step = 1; step <= MOVES; step++) {
        const part = (1 - Math.cos((Math.PI * step) / MOVES)) / 2;
        at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
        await movePointer(at);
        await hold(MOVE_MS);
      }
      await hold(300);
      await page.mouse.click(to.x, to.y);
    },
    /** Writes the file. Throws if it is too large for a README. */
    save(path: string): void {
      const images = frames.map(({ png }) => upng.decode(toArrayBuffer(png)));
      const { width, height } = images[0]!;
      const pixels = images.map((image) => upng.toRGBA8(image)[0]!);
      const delays = frames.map(({ ms }) => ms);
      const file = Buffer.from(upng.encode(pixels, width, height, COLORS, delays));
      if (file.length > MAX_BYTES)
        throw new Error(`The animation has ${file.length} bytes, more than ${MAX_BYTES}.`);
      writeFileSync(path, file);
    },
  };
}

const toArrayBuffer = ({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;

/** Runs in the page. Its policy allows styles that a script sets on an element. */
function drawPointer({ x, y }: { x: number; y: number }): void {
  const namespace = 'http://www.w3.org/2000/svg';
  const pointer = document.createElementNS(namespace, 'svg');
  pointer.id = 'pointer';
  pointer.setAttribute('viewBox', '0 0 24 24');
  pointer.setAttribute('aria-hidden', 'true');
  Object.assign(pointer.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    inlineSize: '28px',
    zIndex: '99',
    pointerEvents: 'none',
    translate: `${x}px ${y}px`,
  });
  const arrow = document.createElementNS(namespace, 'path');
  arrow.setAttribute('d', 'M2 2l6 17 3-7 7-3z');
  Object.assign(arrow.style, { fill: '#111', stroke: '#fff', strokeWidth: '1.5' });
  pointer.append(arrow);
  document.body.append(pointer);
}
