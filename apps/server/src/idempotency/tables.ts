declare module '../database/tables.ts' {
  interface Tables {
    /** One row per completed write: the request and its response, kept so that a retry gets the same response. */
    idempotency_records: {
      /** SHA-256 of shop, caller, route and key. */
      id: string;
      /** SHA-256 of the request's parameters and body. */
      request_hash: string;
      shop: string;
      /** The customer the write is about, also when staff sent it; `null` if it is about none. */
      customer_id: string | null;
      /** SHA-256 of shop and caller, to count a caller's records. */
      caller: string;
      /** Status of the response; 0 for an error, whose status is in the error table. */
      status: number;
      /** The response body as JSON, or the error's code. */
      response: string;
      /** Milliseconds since the epoch. */
      expires_at: number;
    };
    /** Written by versions before 1.0.0. This version only deletes its rows. */
    single_use_claims: { claim: string; request: string; status: number; answer: string; expires_at: number };
  }
}

export {};
