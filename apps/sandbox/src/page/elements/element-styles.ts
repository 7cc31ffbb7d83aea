import appViews from './app-views.shadow.css';
import base from './base.shadow.css';
import buttonViews from './button-views.shadow.css';
import choiceViews from './choice-views.shadow.css';
import dateViews from './date-views.shadow.css';
import disclosureViews from './disclosure-views.shadow.css';
import dropZoneViews from './drop-zone-views.shadow.css';
import feedbackViews from './feedback-views.shadow.css';
import fieldViews from './field-views.shadow.css';
import layoutViews from './layout-views.shadow.css';
import lazyViews from './lazy-view.shadow.css';
import mediaViews from './media-views.shadow.css';
import overlayViews from './overlay-views.shadow.css';
import pageViews from './page-views.shadow.css';
import popoverViews from './popover-views.shadow.css';
import posViews from './pos-views.shadow.css';
import textViews from './text-views.shadow.css';

/**
 * Shared by all shadow roots: a view may use another view's classes. In a layer, so that the rules of a single element
 * override these whatever their specificity, and can revert to them.
 */
export const elementStyles = new CSSStyleSheet();
elementStyles.replaceSync(
  `@layer views{${[
    base,
    layoutViews,
    textViews,
    feedbackViews,
    buttonViews,
    mediaViews,
    lazyViews,
    fieldViews,
    choiceViews,
    dateViews,
    dropZoneViews,
    disclosureViews,
    pageViews,
    posViews,
    overlayViews,
    popoverViews,
    appViews,
  ].join('')}}:host([hidden]){display:none}`,
);
