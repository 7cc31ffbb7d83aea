type DatabaseTarget = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

/**
 * TLS modes that `pg` supports. All but `disable` and `no-verify` verify certificates. libpq's `allow` does not exist.
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
 * Parses the setting and adds the password to the URL. The password may have any characters. Returns a problem
 * without quoting either of them.
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

/** Whether an unencoded `/`, `?`, `#` or `%` in the password may have split the URL in the wrong place. */
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
