/** Styles of shadow roots, bundled as text. */
declare module '*.shadow.css' {
  const text: string;
  export default text;
}

/** Styles of the page: esbuild puts them into page.css. */
declare module '*.css';
