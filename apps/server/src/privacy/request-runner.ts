import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { PersonalData } from './personal-data.ts';
import {
  addRequest,
  completeRequest,
  findPendingRequests,
  forgetExports,
  forgetExportsBefore,
  isPending,
  type PrivacyRequest,
} from './request-store.ts';

export interface PrivacyRequests {
  /**
   * Keeps the request, which is then met beside whatever else the server does. Returns `false` for one that
   * was kept before. @throws {ApiError} `database_unavailable` when it could not be kept
   */
  accept(request: PrivacyRequest): Promise<boolean>;
  /** Looks for requests that were not met, such as those of a process that ended half-way. */
  wake(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export interface PrivacyRequestsOptions {
  database: Database;
  /** By the name that the export has for it. */
  personalData: Readonly<Record<string, PersonalData>>;
  logger: { info(details: object, message: string): void; error(details: object, message: string): void };
  now: () => number;
}

/** How long an export is kept: Shopify gives 30 days to hand it on. */
export const EXPORT_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;
/** Customers deleted in one transaction: few, so that no other write waits for long. */
export const SHOP_ERASURE_STEP = 500;
const RETRY_INTERVAL_MS = 60_000;

/** Meets what Shopify asks for about personal data: once, whatever ends half-way, and beside the answer to Shopify. */
export function createPrivacyRequests(options: PrivacyRequestsOptions): PrivacyRequests {
  const { database, personalData, logger, now } = options;
  let round: Promise<void> | undefined;
  let isWokenAgain = false;
  let isStopped = false;

  /** Runs one transaction of a request. Returns whether the request needs another. */
  async function step(request: PrivacyRequest): Promise<boolean> {
    return database.write(async (transaction) => {
      const { webhookId } = request;
      if (!(await database.tryLock(transaction, lockIdOf(webhookId)))) return false; // another process is at it
      if (!(await isPending(transaction, webhookId))) return false;
      if (request.kind === 'customer_export') {
        const exported = await exportCustomer(transaction, request);
        await completeRequest(transaction, request, now(), exported);
        return false;
      }
      if (request.kind === 'shop_erasure') {
        let isMoreLeft = false;
        for (const data of Object.values(personalData)) {
          if (await data.eraseShop(transaction, request.shop, SHOP_ERASURE_STEP)) isMoreLeft = true;
        }
        if (isMoreLeft) return true;
        await forgetExports(transaction, { shop: request.shop });
      } else {
        for (const data of Object.values(personalData)) await data.eraseCustomer(transaction, request);
        await forgetExports(transaction, request);
      }
      await completeRequest(transaction, request, now());
      return false;
    });
  }

  async function exportCustomer(
    transaction: Transaction<Tables>,
    { shop, customerId }: { shop: string; customerId: string },
  ): Promise<string> {
    const sections: Record<string, object> = {};
    for (const [name, data] of Object.entries(personalData)) {
      const section = await data.export(transaction, { shop, customerId });
      if (section) sections[name] = section;
    }
    return JSON.stringify({ shop, customerId, ...sections });
  }

  async function runRound(): Promise<void> {
    await database.read((db) => forgetExportsBefore(db, now() - EXPORT_LIFETIME_MS));
    for (const request of await database.read(findPendingRequests)) {
      const { webhookId, kind, shop } = request;
      try {
        while (!isStopped && (await step(request)));
      } catch (error) {
        logger.error(
          { err: error, webhookId, kind, shop },
          'a privacy request was not met; it is tried again',
        );
      }
    }
  }

  function wake(): void {
    if (isStopped) return;
    if (round) {
      isWokenAgain = true;
      return;
    }
    round = runRound()
      .catch((error: unknown) => logger.error({ err: error }, 'privacy requests could not be read'))
      .finally(() => {
        round = undefined;
        if (isWokenAgain) {
          isWokenAgain = false;
          wake();
        }
      });
  }

  const timer = setInterval(wake, RETRY_INTERVAL_MS).unref();
  return {
    wake,
    async accept(request) {
      const isNew = await database.write((transaction) => addRequest(transaction, request, now()));
      wake();
      return isNew;
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await round;
    },
  };
}

function lockIdOf(webhookId: string): bigint {
  return createHash('sha256').update(`privacy ${webhookId}`).digest().readBigInt64BE();
}
