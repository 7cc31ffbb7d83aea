import { type HtmlDocument, htmlOf } from './documents.ts';

/**
 * The page that explains a pasted token. It loads its own script, styles and fonts, and may connect to nothing: no
 * request, form, frame or image can carry the token or the secret away.
 */
export function inspectorDocument(): HtmlDocument {
  return {
    html: htmlOf('inspector', 'Inspect a session token'),
    contentSecurityPolicy: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      'img-src data:',
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
}
