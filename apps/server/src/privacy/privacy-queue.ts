import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { PendingRequests } from '../observability/service-metrics.ts';
import { lockForPrivacyRequest } from './locks.ts';
import type { PersonalData } from './personal-data.ts';
import {
  type CustomerRequest,
  clearCustomersOfShop,
  clearExportsBefore,
  clearExportsOfCustomer,
  completeRequest,
  countPendingRequests,
  findPendingRequests,
  insertRequest,
  isPending,
  type PrivacyRequest,
} from './requests.ts';

export interface PrivacyQueue {
  /**
   * Stores the request and processes it in the background. Returns `false` if it was stored before.
   *
   * @throws {ApiError} `database_unavailable` if it could not be stored
   */
  enqueue(request: PrivacyRequest): Promise<boolean>;
  /** Processes every pending request, such as those of a process that crashed. Resolves when idle. */
  processPending(): Promise<void>;
  /** Resolves when nothing is running anymore. */
  stop(): Promise<void>;
}

export interface PrivacyQueueOptions {
  database: Database;
  /** Personal data by the name of its section in an export. */
  personalData: Readonly<Record<string, PersonalData>>;
  logger: { info(details: object, message: string): void; error(details: object, message: string): void };
  now: () => number;
  /** Called with what is left after each run. */
  onPending?: ((pending: PendingRequests) => void) | undefined;
}

/** How long an export is stored. Shopify gives the merchant 30 days to pass it on to the customer. */
const EXPORT_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;
/** Customers erased per transaction. Few, so that no other write waits long. */
const SHOP_ERASURE_BATCH = 500;
const RETRY_INTERVAL_MS = 60_000;

/** Processes Shopify's privacy requests in the background, each once, and resumes after a crash. */
export function createPrivacyQueue(options: PrivacyQueueOptions): PrivacyQueue {
  const { database, personalData, logger, now, onPending } = options;
  let running: Promise<void> | undefined;
  let rerunRequested = false;
  let isStopped = false;
  let purgeRequired = true; // an earlier process may have erased something and crashed

  /** Processes part of a request in one transaction. Returns whether more of it is left. */
  async function processBatch(request: PrivacyRequest): Promise<boolean> {
    return database.write(async (transaction) => {
      await lockForPrivacyRequest(database, transaction, request);
      if (!(await isPending(transaction, request.webhookId))) return false; // another process completed it
      if (request.kind === 'shop_erasure') {
        if (await eraseShopBatch(transaction, request.shop)) return true;
        await clearCustomersOfShop(transaction, request.shop, now());
        await completeRequest(transaction, request, now());
      } else if (request.kind === 'customer_erasure') {
        for (const data of Object.values(personalData)) await data.eraseCustomer(transaction, request);
        await clearExportsOfCustomer(transaction, request, now());
        await completeRequest(transaction, request, now());
      } else {
        await completeRequest(transaction, request, now(), await exportCustomer(transaction, request));
      }
      return false;
    });
  }

  async function eraseShopBatch(transaction: Transaction<Tables>, shop: string): Promise<boolean> {
    let isMoreLeft = false;
    for (const data of Object.values(personalData)) {
      if (await data.eraseShop(transaction, shop, SHOP_ERASURE_BATCH)) isMoreLeft = true;
    }
    return isMoreLeft;
  }

  async function exportCustomer(transaction: Transaction<Tables>, request: CustomerRequest): Promise<string> {
    const { shop, customerId } = request;
    const sections: Record<string, object> = {};
    for (const [name, data] of Object.entries(personalData)) {
      const section = await data.export(transaction, request);
      if (section) sections[name] = section;
    }
    return JSON.stringify({ shop, customerId, ...sections });
  }

  async function run(): Promise<void> {
    const clearExpired = database.write((transaction) =>
      clearExportsBefore(transaction, now() - EXPORT_LIFETIME_MS),
    );
    if (await clearExpired) purgeRequired = true;
    for (const request of await database.read(findPendingRequests)) {
      const { webhookId, kind, shop } = request;
      if (kind !== 'customer_export') purgeRequired = true;
      try {
        while (!isStopped && (await processBatch(request)));
      } catch (error) {
        logger.error({ err: error, webhookId, kind, shop }, 'a privacy request failed; it will be retried');
      }
    }
    onPending?.(await database.read(countPendingRequests));
    if (purgeRequired) purgeRequired = !(await database.purgeDeleted());
  }

  function processPending(): Promise<void> {
    rerunRequested = true;
    running ??= runWhileRequested();
    return running;
  }

  async function runWhileRequested(): Promise<void> {
    while (rerunRequested && !isStopped) {
      rerunRequested = false;
      await run().catch((error: unknown) =>
        logger.error({ err: error }, 'privacy requests could not be read'),
      );
    }
    running = undefined; // in the same tick as the last check, so no request is missed
  }

  const timer = setInterval(processPending, RETRY_INTERVAL_MS).unref();
  return {
    processPending,
    async enqueue(request) {
      const isNew = await database.write((transaction) => insertRequest(transaction, request, now()));
      void processPending();
      return isNew;
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
