/** Renders every element of checkout and customer accounts. */
import { element as e, eventLog } from '../element.ts';
import { actions } from './actions.ts';
import { feedback, media, typography } from './content.ts';
import { customerAccount } from './customer-account.ts';
import { fields } from './fields.ts';
import { layout } from './layout.ts';

declare const shopify: { extension: { target: string } };

export default (): void => {
  const sections = [typography(), media(), feedback(), layout(), actions(), fields()];
  if (shopify.extension.target !== 'customer-account.page.render') {
    document.body.append(eventLog, e('s-stack', { gap: 'large-200' }, ...sections), chat());
    return;
  }
  document.body.append(
    e(
      's-page',
      { heading: 'Every element', subheading: 'Of customer accounts', inlineSize: 'large' },
      e('s-link', { slot: 'breadcrumb-actions' }, 'Back'),
      e('s-button', { slot: 'primary-action', variant: 'primary' }, 'Save'),
      e('s-button', { slot: 'secondary-actions' }, 'Preview'),
      eventLog,
      ...customerAccount(),
      ...sections,
      chat(),
    ),
  );
};

function chat(): Element {
  const created = e('s-chat', {
    accessibilityLabel: 'Support',
    onready: () =>
      (created as unknown as { contentWindow: Window }).contentWindow.postMessage({ order: 1001 }),
  });
  return created;
}
