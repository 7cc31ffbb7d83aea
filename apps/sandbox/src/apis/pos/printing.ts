import type { Api, HostContext } from '../api.ts';
import { fail, recordArgument, textArgument } from './cart/arguments.ts';

/** A document that the extension prints. */
export interface PrintJob {
  url: string;
  /** The media type, without parameters: `text/html`. */
  type: string;
  content: Blob;
  /** Absent for the system's print dialog. */
  printer?: string;
}

/** Prints into the page. The worker fetches the document, with the session token where `fetch` adds it. */
export const printing: Api = {
  host: {
    'printing.getPrinters': ({ scene }) => scene.pos.printers,
    'printing.print': print,
    'print.print': print,
  },
  create({ call, fetch }) {
    const send =
      (at: string) =>
      async (src: unknown, options: unknown = {}) => {
        const { printer } = recordArgument(options, 'options', at);
        const document = await fetchDocument(fetch, textArgument(src, 'src', at), at);
        await call(at, { ...document, ...(printer !== undefined && { printer: printerId(printer, at) }) });
      };
    return { 'printing.print': send('printing.print'), 'print.print': send('print.print') };
  },
};

const PRINTABLE = /^(text\/html|application\/pdf|image\/.+)$/;

async function fetchDocument(fetch: typeof globalThis.fetch, src: string, at: string): Promise<PrintJob> {
  const response = await fetch(src).catch((cause: Error) => {
    throw new Error(`${at}(): the document could not be fetched: ${cause.message}`, { cause });
  });
  if (!response.ok) throw new Error(`${at}(): the document could not be fetched: HTTP ${response.status}.`);
  const type = (response.headers.get('content-type') ?? 'text/html').split(';')[0]!.trim().toLowerCase();
  if (!PRINTABLE.test(type)) fail(at, `${type} cannot be printed, only HTML, PDFs and images`);
  return { url: response.url || src, type, content: await response.blob() };
}

const printerId = (printer: unknown, at: string) =>
  textArgument(recordArgument(printer, 'printer', at).id, 'printer.id', at);

function print(page: HostContext, job: unknown): void {
  const { url, type, content, printer } = recordArgument(job, 'job', 'print');
  if (typeof url !== 'string' || typeof type !== 'string' || !(content instanceof Blob))
    fail('print', 'no document');
  const found = page.scene.pos.printers.find(({ id }) => id === printer);
  if (printer !== undefined && !found?.connected) throw new Error('The printer is not connected.');
  if (found && type === 'application/pdf')
    throw new Error('A PDF can only be printed by the system print dialog.');
  page.showPrintJob({ url, type, content, ...(found && { printer: found.name }) });
}
