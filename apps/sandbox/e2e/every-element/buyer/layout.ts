import { element as e, logged } from '../element.ts';

export const layout = () =>
  e(
    's-section',
    { heading: 'Layout' },
    e(
      's-query-container',
      { containerName: 'outer' },
      e(
        's-grid',
        {
          id: 'responsive',
          gridTemplateColumns: '@container (inline-size > 400px) 1fr 2fr, 1fr',
          gap: 'small',
        },
        e('s-box', { background: 'subdued', border: 'base', borderRadius: 'base', padding: 'base' }, 'One'),
        e(
          's-box',
          {
            border: 'large base dashed',
            borderRadius: 'large',
            padding: '@container outer (inline-size > 400px) large, small',
          },
          'Two',
        ),
        e(
          's-grid-item',
          { gridColumn: 'span 1', background: 'subdued', padding: 'small large' },
          'A grid item',
        ),
        e('s-text', { display: '@container (inline-size > 400px) auto, none' }, 'Wide only'),
      ),
    ),
    e(
      's-stack',
      {
        direction: 'inline',
        gap: 'large small',
        justifyContent: 'space-between',
        background: 'subdued',
        padding: 'small',
      },
      e('s-text', {}, 'Start'),
      e('s-text', {}, 'Middle'),
      e('s-text', {}, 'End'),
    ),
    e(
      's-scroll-box',
      { blockSize: '72px', accessibilityLabel: 'Terms', border: 'base', padding: 'small' },
      ...Array.from({ length: 6 }, (_, index) => e('s-paragraph', {}, `Line ${index + 1} of a long text.`)),
    ),
    e(
      's-details',
      { ontoggle: logged('oldState', 'newState'), onaftertoggle: logged('newState') },
      e('s-summary', {}, 'Details'),
      e('s-paragraph', {}, 'More about it.'),
    ),
  );
