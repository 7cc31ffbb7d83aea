import actionViews from './action-views.shadow.css';
import base from './base.shadow.css';
import feedbackViews from './feedback-views.shadow.css';
import fieldViews from './field-views.shadow.css';
import layoutViews from './layout-views.shadow.css';
import mediaViews from './media-views.shadow.css';
import pageViews from './page-views.shadow.css';
import textViews from './text-views.shadow.css';

/** Shared by all shadow roots: a view may use another view's classes. */
export const elementStyles = new CSSStyleSheet();
elementStyles.replaceSync(
  [base, layoutViews, textViews, feedbackViews, actionViews, mediaViews, fieldViews, pageViews].join(''),
);
