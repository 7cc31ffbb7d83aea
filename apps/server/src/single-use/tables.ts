declare module '../database/tables.ts' {
  interface Tables {
    /** A write that was done, and what was answered. */
    single_use_claims: {
      /** Hash of shop, caller, route and key. */
      claim: string;
      /** Hash of what was asked. */
      request: string;
      status: number;
      /** The answer as JSON, or the code of the refusal. */
      answer: string;
      /** Milliseconds since the epoch. */
      expires_at: number;
    };
  }
}

export {};
