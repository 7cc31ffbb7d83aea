import type { BuyerHost } from '../host.ts';

interface LogInProps {
  host: BuyerHost;
}

/** For a buyer whom the token does not name: points belong to an account. */
export function LogIn({ host }: LogInProps) {
  const { texts } = host;
  const logIn = host.logIn();
  return (
    <s-section heading={texts.translate('loyalty.log_in.heading')}>
      <s-stack gap="small">
        <s-paragraph>{texts.translate('loyalty.log_in.text')}</s-paragraph>
        {logIn && <s-button onClick={logIn}>{texts.translate('loyalty.log_in.button')}</s-button>}
      </s-stack>
    </s-section>
  );
}
