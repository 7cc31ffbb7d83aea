import { useEffect, useState } from 'preact/hooks';
import { PLACEHOLDER } from '../../contract/placeholder.ts';
import { DRAWN_EVENT, isHostElement } from '../elements/host-element.ts';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { Card } from './card.tsx';

/** The extension's component tree: its elements with their set properties. */
export function ComponentTree({ model }: { model: SandboxModel }) {
  const main = model.blockOf('main');
  const modal = model.blockOf('modal');
  useRedrawOnChange(main, modal);
  const roots = [main, modal].filter((root) => root.childNodes.length > 0);
  return (
    <Card title="Component tree" aside={<small class="subdued">from the worker, over Remote DOM</small>}>
      {roots.length === 0 ? (
        <p class="empty">Nothing is rendered.</p>
      ) : (
        <ul class="tree">
          {roots
            .flatMap((root) => [...root.childNodes])
            .map((node, index) => (
              <Branch key={index} node={node} />
            ))}
        </ul>
      )}
    </Card>
  );
}

function Branch({ node }: { node: Node }) {
  if (!(node instanceof Element)) {
    const text = node.textContent?.trim();
    return text ? <li class="tree-text">{text}</li> : null;
  }
  const properties = isHostElement(node) ? Object.entries(node.properties) : [];
  return (
    <li>
      <code class="tree-tag">{node.localName === PLACEHOLDER ? 'not rendered' : node.localName}</code>
      {properties
        .filter(([, value]) => value !== undefined && value !== null && typeof value !== 'function')
        .map(([name, value]) => (
          <code key={name} class="tree-property">
            {name}=<span>{JSON.stringify(value)}</span>
          </code>
        ))}
      {node.childNodes.length > 0 && (
        <ul>
          {[...node.childNodes].map((child, index) => (
            <Branch key={index} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Changes come in bursts: the tree is read once per animation frame. */
function useRedrawOnChange(...roots: HTMLElement[]): void {
  const [, setVersion] = useState(0);
  useEffect(() => {
    let frame = 0;
    const redraw = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setVersion((version) => version + 1));
    };
    const observer = new MutationObserver(redraw);
    for (const root of roots) {
      observer.observe(root, { childList: true, characterData: true, subtree: true });
      root.addEventListener(DRAWN_EVENT, redraw);
    }
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      for (const root of roots) root.removeEventListener(DRAWN_EVENT, redraw);
    };
  }, roots);
}
