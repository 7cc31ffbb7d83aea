import type { HtmlDocument } from './documents.ts';
import { PAGE_ICON } from './documents.ts';

/**
 * The page that explains a pasted token. It loads its own script, styles and fonts, and may connect to nothing: no
 * request, form, frame or image can carry the token or the secret away.
 */
export function inspectorDocument(): HtmlDocument {
  return {
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="x-dns-prefetch-control" content="off">
<title>Inspect a session token</title>
<link rel="icon" href="${PAGE_ICON}">
<link rel="stylesheet" href="/inspector.css">
<script type="module" src="/inspector.js"></script>
</head>
<body></body>
</html>
`,
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
