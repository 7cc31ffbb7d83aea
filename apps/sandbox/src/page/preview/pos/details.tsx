import type { ComponentChildren } from 'preact';
import { Icon } from '../../elements/icon.tsx';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Slot } from '../extension-block.tsx';

/** A details screen: its facts, the extension's block, and the menu with the extension's item. */
export const Details = (props: { model: SandboxModel; title: string; children: ComponentChildren }) => (
  <div class="pos-details">
    <div inert class="pos-details-bar">
      <Icon name="chevron" />
      <h2>{props.title}</h2>
    </div>
    <div class="pos-details-body">
      <div inert class="pos-facts">
        {props.children}
      </div>
      <Slot model={props.model} name="block" />
      <section class="pos-menu" aria-label="More actions">
        <span inert>Print</span>
        <span inert>Email</span>
        <Slot model={props.model} name="menu" />
      </section>
    </div>
  </div>
);

export const Fact = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="pos-fact">
    <span>{label}</span>
    <b>{children}</b>
  </div>
);
