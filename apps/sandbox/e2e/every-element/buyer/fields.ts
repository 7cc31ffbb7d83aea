import { element as e, logged } from '../element.ts';

const option = (value: string, label: string) => e('s-option', { value }, label);
const choice = (value: string, label: string, ...more: Element[]) => e('s-choice', { value }, label, ...more);

export const fields = () =>
  e(
    's-form',
    { onsubmit: logged() },
    e(
      's-section',
      { heading: 'Form' },
      e('s-text-field', {
        label: 'Name',
        name: 'name',
        defaultValue: 'Ada',
        required: true,
        oninput: logged('value'),
        onchange: logged('value'),
        onfocus: logged(),
        onblur: logged(),
      }),
      e(
        's-text-field',
        { label: 'Code', icon: 'discount', prefix: 'SUMMER-', suffix: '%', error: 'This code has expired' },
        e('s-button', { slot: 'accessory' }, 'Apply'),
      ),
      e('s-email-field', { label: 'Email', readOnly: true, value: 'ada@example.com' }),
      e('s-phone-field', { label: 'Phone', type: 'mobile' }),
      e('s-url-field', { label: 'Website' }),
      e('s-password-field', { label: 'Password', disabled: true }),
      e('s-number-field', {
        label: 'Quantity',
        controls: 'stepper',
        min: 1,
        max: 3,
        defaultValue: '2',
        onchange: logged('value'),
      }),
      e('s-money-field', { label: 'Tip', defaultValue: '5.00' }),
      e('s-text-area', { label: 'Message', rows: 3 }),
      e(
        's-select',
        { label: 'Country', placeholder: 'Choose', onchange: logged('value') },
        option('ca', 'Canada'),
        option('us', 'United States'),
      ),
      e('s-checkbox', { label: 'Gift', name: 'gift', defaultChecked: true, onchange: logged('checked') }),
      e('s-checkbox', { label: 'Terms', error: 'Accept the terms' }),
      e('s-switch', { label: 'Notify me', onchange: logged('checked') }),
      e('s-consent-checkbox', { label: 'Text me', policy: 'sms-marketing' }),
      e('s-consent-phone-field', { label: 'Mobile number', policy: 'sms-marketing' }),
      e(
        's-choice-list',
        {
          label: 'Delivery',
          name: 'delivery',
          values: ['ship'],
          variant: 'list',
          onchange: logged('values'),
        },
        choice(
          'ship',
          'Ship',
          e('s-text', { slot: 'secondary-content' }, '$5'),
          e('s-text', { slot: 'details' }, 'In three days'),
          e('s-text-field', { slot: 'selected-content', label: 'Note to the carrier' }),
        ),
        choice('pickup', 'Pick up', e('s-text', { slot: 'secondary-content' }, 'Free')),
      ),
      e(
        's-choice-list',
        { label: 'Extras', multiple: true },
        e('s-choice', { value: 'wrap', defaultSelected: true }, 'Wrap it'),
        choice('card', 'Add a card'),
        e('s-choice', { value: 'none', disabled: true }, 'Sold out'),
      ),
      e('s-date-field', {
        label: 'Delivery date',
        defaultValue: '2026-12-24',
        disallowDays: 'sunday',
        onchange: logged('value'),
        oninvalid: logged(),
      }),
      e('s-date-picker', {
        defaultView: '2026-12',
        type: 'range',
        allow: '2026-12-02--',
        value: '2026-12-08--2026-12-11',
        onchange: logged('value'),
        onviewchange: logged('view'),
      }),
      e('s-drop-zone', {
        label: 'Add a photo',
        accept: '.png, image/jpeg',
        onchange: logged('value'),
        ondroprejected: logged(),
      }),
      // A stack lacks this slot, but the host shows the button.
      e(
        's-stack',
        {},
        e('s-button', { slot: 'primary-action', type: 'submit', variant: 'primary' }, 'Submit'),
      ),
    ),
  );
