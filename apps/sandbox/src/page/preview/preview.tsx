import { nearestNames } from '@session-token/extension-bundler/unknown-name';
import type { ComponentChildren } from 'preact';
import { KNOWN_TARGETS } from '../../contract/api-tables.ts';
import type { Surface } from '../../contract/surfaces.ts';
import { Icon } from '../elements/icon.tsx';
import type { SandboxModel } from '../model/sandbox-model.ts';
import { AccountPage, accountPathOf } from './account-page.tsx';
import { CheckoutPage } from './checkout-page.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { MockMark } from './mock-mark.tsx';
import { pageLanguage } from './page-language.ts';
import { PosPage } from './pos/pos-page.tsx';
import { ThankYouPage } from './thank-you-page.tsx';

/** A mock page of the surface. Keyboard and screen reader skip its static parts. */
export function Preview({ model }: { model: SandboxModel }) {
  const surface = model.surface.value;
  const { unknownTarget } = model;
  if (unknownTarget.value !== undefined) return <UnknownTarget model={model} target={unknownTarget.value} />;
  if (!model.target.value && model.extensions.value.length > 0) return <NoExtension model={model} />;
  return (
    <section class="preview" aria-label={LABELS[surface]}>
      <EditorFrame model={model}>
        {surface === 'pos' ? <PosPage model={model} /> : <BuyerPage model={model} />}
      </EditorFrame>
      <div class="toasts" role="status">
        {model.toasts.value.map((text, index) => (
          <p key={index}>{text}</p>
        ))}
      </div>
    </section>
  );
}

const LABELS: Record<Surface, string> = {
  checkout: 'Checkout',
  'customer-account': 'Customer account',
  pos: 'Point of sale',
};

function BuyerPage({ model }: { model: SandboxModel }) {
  if (model.surface.value === 'customer-account') {
    return (
      <Browser model={model} path={accountPathOf(model)}>
        <AccountPage model={model} />
      </Browser>
    );
  }
  const isThankYou = model.target.value?.startsWith('purchase.thank-you.');
  return (
    <Browser model={model} path={isThankYou ? '/checkouts/cn/sandbox/thank-you' : '/checkouts/cn/sandbox'}>
      {isThankYou ? <ThankYouPage model={model} /> : <CheckoutPage model={model} />}
    </Browser>
  );
}

interface BrowserProps {
  model: SandboxModel;
  path: string;
  children: ComponentChildren;
}

function Browser({ model, path, children }: BrowserProps) {
  return (
    <div class="browser" lang={pageLanguage(model).wordsTag}>
      <div class="browser-bar">
        <span class="window-buttons" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {model.visits.value.length > 0 && (
          <button type="button" class="browser-back" aria-label="Back" onClick={model.back}>
            ←
          </button>
        )}
        <span class="address" aria-hidden="true">
          <Icon name="lock" />
          {model.scene.value.shop.myshopifyDomain}
          <span>{path}</span>
        </span>
        <MockMark model={model} />
      </div>
      {children}
    </div>
  );
}

function UnknownTarget({ model, target }: { model: SandboxModel; target: string }) {
  const nearest = nearestNames(target, KNOWN_TARGETS);
  return (
    <section class="preview" aria-label="Nothing to run">
      <div class="notice" role="alert">
        No target is called <code>{target}</code>, so nothing runs.
        {nearest.length > 0 && (
          <p>
            Did you mean{' '}
            {nearest.map((known, index) => (
              <>
                {index > 0 && ' or '}
                <button type="button" class="text-button" onClick={() => model.change({ target: known })}>
                  {known}
                </button>
              </>
            ))}
            ?
          </p>
        )}
      </div>
    </section>
  );
}

function NoExtension({ model }: { model: SandboxModel }) {
  const names = model.extensions.value.map(({ id }) => id).join(', ');
  return (
    <section class="preview" aria-label="Nothing to run">
      <p class="notice" role="status">
        None of the extensions here ({names}) is for this surface, or it does not build yet.
      </p>
    </section>
  );
}
