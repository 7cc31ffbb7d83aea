import { useEffect, useState } from 'preact/hooks';
import { ENDPOINTS } from '../../contract/endpoints.ts';
import { type Inspection, inspect, NOTHING_PASTED, type Pasted } from '../model/inspection.ts';
import { AppForm } from './app-form.tsx';
import { Checks } from './checks.tsx';
import { InspectedClaims } from './inspected-claims.tsx';
import { SpecimenCard } from './specimen-card.tsx';
import { TokenForm } from './token-form.tsx';
import { VerdictCard } from './verdict-card.tsx';

/**
 * Explains any pasted token. Keeps what was pasted in memory only: never in the URL or in the browser's storage. The
 * document's policy forbids every connection.
 */
export function Inspector() {
  const [pasted, setPasted] = useState<Pasted>(NOTHING_PASTED);
  const inspection = useInspection(pasted);
  const change = (changes: Partial<Pasted>) => setPasted((current) => ({ ...current, ...changes }));
  return (
    <>
      <header class="top">
        <div class="bar">
          <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path d="M9 16.5l4.6 4.6L23 11" />
          </svg>
          <h1 class="brand">
            Session token <span>inspector</span>
          </h1>
          <nav class="top-actions">
            <a class="action quiet" href={ENDPOINTS.page}>
              Sandbox
            </a>
          </nav>
        </div>
        <p class="tagline">
          Paste any session token to see what it says, and why a server accepts or rejects it. Nothing leaves
          this page.
        </p>
      </header>
      <main class="inspector">
        <div class="inspector-column">
          <TokenForm pasted={pasted} inspection={inspection} change={change} />
          <AppForm pasted={pasted} change={change} />
          {inspection && <InspectedClaims explanation={inspection.explanation} />}
        </div>
        <div class="inspector-column">
          <VerdictCard inspection={inspection} />
          {inspection && <Checks checks={inspection.explanation.checks} />}
          {inspection && <SpecimenCard specimen={inspection.explanation.specimen} />}
        </div>
      </main>
    </>
  );
}

const SECOND_MS = 1000;

/** Explains the token at each change, and each second, because it expires. */
function useInspection(pasted: Pasted): Inspection | undefined {
  const [inspection, setInspection] = useState<Inspection>();
  useEffect(() => {
    let isCurrent = true;
    async function update() {
      const result = await inspect(pasted, Date.now());
      if (isCurrent) setInspection(result);
    }
    void update();
    const timer = setInterval(() => void update(), SECOND_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [pasted]);
  return inspection;
}
