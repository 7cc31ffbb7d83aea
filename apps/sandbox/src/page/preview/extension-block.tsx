import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { targetItems } from '../../apis/target-items.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Autocomplete } from './autocomplete.tsx';
import { type SlotName, slotOf } from './slots.ts';

/** Renders the extension if its target belongs into this slot. */
export function Slot({ model, name }: { model: SandboxModel; name: SlotName }) {
  const target = model.target.value;
  return target && slotOf(target) === name ? <ExtensionBlock model={model} block="main" /> : null;
}

interface ItemSlotProps {
  model: SandboxModel;
  name: SlotName;
  /** The position of the cart line or delivery option, from 1. */
  item: number;
  title: string;
}

/** Renders the extension on a cart line or delivery option if its target belongs into this slot. */
export function ItemSlot({ model, name, item, title }: ItemSlotProps) {
  const target = model.target.value;
  if (!target || slotOf(target) !== name) return null;
  const { selected } = targetItems(target, model.scene.value, model.url.value.item);
  if (item === selected) return <ExtensionBlock model={model} block="main" />;
  return (
    <section class="extension-block" aria-label={`On ${title}`}>
      <Tree tree={model.blockOf(`item-${item}`)} />
    </section>
  );
}

function Tree({ tree }: { tree: HTMLElement }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.append(tree), [tree]);
  return <div ref={place} class="extension-root" />;
}

/** The extension's tree in a marked block, with the errors and warnings of its workers. */
export function ExtensionBlock({ model, block }: { model: SandboxModel; block: 'main' | 'modal' }) {
  const section = useRef<HTMLElement>(null);
  const isRevealed = useReveal(section, model);
  const output = model.output.value;
  return (
    <section
      ref={section}
      class={isRevealed ? 'extension-block revealed' : 'extension-block'}
      aria-label={block === 'main' ? 'Extension' : 'Presented extension'}
      aria-busy={model.running.value}
    >
      <span class="extension-tag">{model.manifest.value?.handle ?? 'extension'}</span>
      <Tree tree={model.blockOf(block)} />
      <Autocomplete model={model} />
      {output && <Output value={output.value} />}
      <WorkerProblems model={model} />
    </section>
  );
}

/**
 * Scrolls to a block that is not in view and highlights it, once for each target. Returns whether the
 * block is highlighted.
 */
function useReveal(section: RefObject<HTMLElement>, model: SandboxModel): boolean {
  const target = model.target.value;
  const isRunning = model.running.value;
  const [revealed, setRevealed] = useState<string>();
  const seen = useRef<string>();
  useEffect(() => {
    const element = section.current;
    if (isRunning || !target || seen.current === target || !element) return;
    seen.current = target;
    if (isInView(element)) return setRevealed(undefined);
    scrollPreviewTo(element);
    setRevealed(target);
  }, [target, isRunning]);
  return revealed !== undefined && revealed === target;
}

/** Room below the top of a block: most blocks grow when the first response arrives. */
const ROOM_PX = 300;

/** Whether the block is in view, with room to grow. */
function isInView(element: HTMLElement): boolean {
  const { top } = element.getBoundingClientRect();
  const view = viewOf(element);
  return top >= view.top && top + ROOM_PX <= view.bottom;
}

/** Scrolls the preview alone: the outcome stays where it is. */
function scrollPreviewTo(element: HTMLElement): void {
  const { scrollX, scrollY } = window;
  element.scrollIntoView();
  window.scrollTo(scrollX, scrollY);
}

/** The visible part of the preview, from the top of the window. */
function viewOf(element: HTMLElement): { top: number; bottom: number } {
  const canvas = element.closest('.canvas')?.getBoundingClientRect();
  return { top: Math.max(0, canvas?.top ?? 0), bottom: Math.min(innerHeight, canvas?.bottom ?? innerHeight) };
}

/** The result of a target that renders nothing. */
export function Output({ value }: { value: unknown }) {
  return (
    <p class="output">
      Renders nothing. It returned <code>{value === undefined ? 'undefined' : JSON.stringify(value)}</code>
    </p>
  );
}

export function WorkerProblems({ model }: { model: Pick<SandboxModel, 'problems'> }) {
  const errors = model.problems.value.filter(({ isWarning }) => !isWarning);
  const warnings = model.problems.value.filter(({ isWarning }) => isWarning);
  return (
    <>
      {errors.length > 0 && (
        <div class="worker-problems" role="alert">
          <strong>Errors in the extension's worker</strong>
          {errors.map(({ message, stack }, index) => (
            <pre key={index}>{stack?.includes(message) ? stack : message}</pre>
          ))}
        </div>
      )}
      {warnings.length > 0 && (
        <div class="worker-warnings" role="status" aria-label="Warnings">
          <strong>Warnings about the extension</strong>
          {warnings.map(({ message }, index) => (
            <pre key={index}>{message}</pre>
          ))}
        </div>
      )}
    </>
  );
}
