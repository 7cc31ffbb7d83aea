import { useEffect, useState } from 'preact/hooks';

const CIRCUMFERENCE = 2 * Math.PI * 7;

/** The token's remaining validity, as a ring that empties. */
export function Countdown({ claims }: { claims: Record<string, unknown> }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const [exp, iat] = [Number(claims.exp), Number(claims.iat)];
  const left = Math.max(0, Math.ceil(exp - now / 1000));
  const share = Math.min(1, left / Math.max(1, exp - iat));
  const tone = left === 0 ? 'bad' : left <= 30 ? 'warn' : 'good';
  return (
    <span class={`countdown ${tone}`} title="Until the token expires">
      <svg viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7" />
        <circle
          class="left"
          cx="9"
          cy="9"
          r="7"
          stroke-dasharray={String(CIRCUMFERENCE)}
          stroke-dashoffset={String(CIRCUMFERENCE * (1 - share))}
        />
      </svg>
      <time data-testid="countdown">{left === 0 ? 'expired' : clock(left)}</time>
    </span>
  );
}

function clock(seconds: number): string {
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
