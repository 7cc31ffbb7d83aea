import { APP_VIEWS } from './app-views.tsx';
import { BUTTON_VIEWS } from './button-views.tsx';
import { CHOICE_VIEWS } from './choice-views.tsx';
import { DATE_VIEWS } from './date-views.tsx';
import { DISCLOSURE_VIEWS } from './disclosure-views.tsx';
import { DROP_ZONE_VIEWS } from './drop-zone-views.tsx';
import { FEEDBACK_VIEWS } from './feedback-views.tsx';
import { FIELD_VIEWS } from './field-views.tsx';
import type { View } from './host-element.ts';
import { LAYOUT_VIEWS } from './layout-views.tsx';
import { LAZY_VIEWS } from './lazy-view.tsx';
import { MEDIA_VIEWS } from './media-views.tsx';
import { OVERLAY_VIEWS } from './overlay-views.tsx';
import { PAGE_VIEWS } from './page-views.tsx';
import { POPOVER_VIEWS } from './popover-views.tsx';
import { POS_VIEWS } from './pos-views.tsx';
import { TEXT_VIEWS } from './text-views.tsx';

/** How the page renders each element. */
export const VIEWS: Readonly<Record<string, View>> = {
  ...APP_VIEWS,
  ...BUTTON_VIEWS,
  ...CHOICE_VIEWS,
  ...DATE_VIEWS,
  ...DISCLOSURE_VIEWS,
  ...DROP_ZONE_VIEWS,
  ...FEEDBACK_VIEWS,
  ...FIELD_VIEWS,
  ...LAYOUT_VIEWS,
  ...LAZY_VIEWS,
  ...MEDIA_VIEWS,
  ...OVERLAY_VIEWS,
  ...PAGE_VIEWS,
  ...POPOVER_VIEWS,
  ...POS_VIEWS,
  ...TEXT_VIEWS,
};
