/** Everything that differs between this repository and the packed tool. `#installation` in package.json chooses. */
export interface Installation {
  /** The commands, as usages and hints print them. `more` ends the usage of `start`. */
  commands: { start: string; render: string; roundtrip: string; more: string };
  /** Root of the repository, whose extensions run by default. Absent: the extension of the current folder runs. */
  repository?: string;
  server: {
    /** Its name in the terminal. */
    name: string;
    /** Module that runs it. */
    main: URL;
    /** Module that ends it with the sandbox. */
    stopWithParent: URL;
    /** URL path of its API's documentation. */
    docsPath: string;
    /** Returns the folders whose saved files restart it. */
    sourceFolders(): string[];
  };
  /** Script of the thread that answers GraphQL requests. */
  graphqlThread: URL;
  /** Folder of Shopify's GraphQL schemas. */
  graphqlSchemas: URL;
  /** Folder of Preact's packages, for extensions that have none. */
  preact: string;
  /** docs/troubleshooting.md. */
  troubleshooting: URL;
  /** Returns the page's own files, by relative path with slashes. */
  pageFiles(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Folder of the package with a browser, for machines without one. Absent: no fallback. */
  bundledBrowser?: string;
  /** Folder of the keys that let open pages survive a restart. */
  keys: string;
}
