import { recordArgument, textArgument } from '../../apis/pos/cart/arguments.ts';
import type { PrintJob } from '../../contract/host-views.ts';
import type { CreateMembers } from './api-context.ts';

const [PRINTING, PRINT] = ['printing.print', 'print.print'];

/** Fetches the documents that the page prints, with the session token where the extension's `fetch` adds it. */
export const createPrinting: CreateMembers = ({ call, fetch }) => ({
  async [PRINTING](src: unknown, options: unknown = {}) {
    const url = textArgument(src, 'src', PRINTING);
    const { printer } = recordArgument(options, 'options', PRINTING);
    const id = printer === undefined ? undefined : printerId(printer);
    const job = await fetchDocument(fetch, url);
    if ('failure' in job.document) throw new Error(`${PRINTING}(): ${job.document.failure}`);
    await call(PRINTING, { ...job, ...(id !== undefined && { printer: id }) });
  },
  /** No error of this older function is documented: the print dialog shows what is wrong with the document. */
  async [PRINT](src: unknown) {
    await call(PRINT, await fetchDocument(fetch, textArgument(src, 'src', PRINT)));
  },
});

const PRINTABLE = /^(text\/html|application\/pdf|image\/.+)$/;

async function fetchDocument(fetch: typeof globalThis.fetch, src: string): Promise<PrintJob> {
  const failed = (url: string, problem: string) => ({
    url,
    document: { failure: `The document could not be fetched: ${problem}` },
  });
  let response: Response;
  try {
    response = await fetch(src);
  } catch (error) {
    return failed(src, (error as Error).message);
  }
  const url = response.url || src;
  if (!response.ok) return failed(url, `HTTP ${response.status}.`);
  const type = (response.headers.get('content-type') ?? 'text/html').split(';')[0]!.trim().toLowerCase();
  if (!PRINTABLE.test(type)) return failed(url, `${type} is neither HTML, nor a PDF, nor an image.`);
  return { url, document: { type, content: await response.blob() } };
}

const printerId = (printer: unknown) =>
  textArgument(recordArgument(printer, 'printer', PRINTING).id, 'printer.id', PRINTING);
