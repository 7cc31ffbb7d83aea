type DatabaseTarget = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

/**
 * The modes of TLS that `pg` knows. It verifies certificates in all of them but `no-verify`, and has none like
 * libpq's `allow`.
 */
const SSL_MODES = ['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full'];

const PROBLEMS = {
  unknown: 'DATABASE_URL must be file:<path>, file::memory: or postgres://…',
  ambiguous:
    'DATABASE_URL is not a valid URL: percent-encode the special characters of the password, or set it as DATABASE_PASSWORD',
  sslMode: `DATABASE_URL has a wrong sslmode: use ${SSL_MODES.join(', ')}`,
  twoPasswords: 'DATABASE_PASSWORD is set, and DATABASE_URL has a password too: keep one',
  noPostgres: 'DATABASE_PASSWORD is set, and DATABASE_URL names no PostgreSQL',
};

/**
 * Parses the setting and adds the password, which may have any characters, to the URL. Returns a problem that quotes
 * neither of them.
 */
export function parseDatabaseUrl(
  value: string,
  password: string | undefined,
): DatabaseTarget | { problem: string } {
  if (/^file:[^?]+$/.test(value)) {
    if (password !== undefined) return { problem: PROBLEMS.noPostgres };
    return { kind: 'sqlite', path: value.slice('file:'.length) };
  }
  if (!/^postgres(ql)?:\/\/./.test(value)) return { problem: PROBLEMS.unknown };
  const url = URL.parse(value);
  if (!url || isAmbiguous(url)) return { problem: PROBLEMS.ambiguous };
  const sslMode = url.searchParams.get('sslmode');
  if (sslMode !== null && !SSL_MODES.includes(sslMode)) return { problem: PROBLEMS.sslMode };
  if (password === undefined) return { kind: 'postgres', url: value };
  if (url.password !== '' || url.searchParams.has('password')) return { problem: PROBLEMS.twoPasswords };
  url.searchParams.set('password', password); // `pg` reads it there, also from a URL without a host
  return { kind: 'postgres', url: url.href };
}

/** Whether a `/`, `?`, `#` or `%` of a password that was not encoded has cut the URL in the wrong place. */
function isAmbiguous({ hash, pathname, search, username, password }: URL): boolean {
  const hasWrongCut = hash !== '' || pathname.includes('@') || search.includes('@');
  return hasWrongCut || ![username, password, pathname].every(isDecodable);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
