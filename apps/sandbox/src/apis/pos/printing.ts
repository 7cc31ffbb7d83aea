import type { PrintJob } from '../../contract/host-views.ts';
import type { Api, HostContext } from '../api.ts';
import { fail, recordArgument, textArgument } from './cart/arguments.ts';

const [PRINTING, PRINT] = ['printing.print', 'print.print'];

/** Prints into the page. The worker fetches the document, with the session token where `fetch` adds it. */
export const printing: Api = {
  host: {
    'printing.getPrinters': ({ scene }) => scene.pos.printers,
    [PRINTING]: print,
    [PRINT]: print,
  },
  create: ({ call, fetch }) => ({
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
  }),
};

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

function print(page: HostContext, job: unknown): void {
  const { url, document, printer } = recordArgument(job, 'job', 'print');
  const checked = documentOf(recordArgument(document, 'document', 'print'));
  const found = page.scene.pos.printers.find(({ id }) => id === printer);
  if (printer !== undefined && !found?.connected) throw new Error('The printer is not connected.');
  if (found && 'type' in checked && checked.type === 'application/pdf') {
    throw new Error('A PDF can only be printed by the system print dialog.');
  }
  page.showPrintJob({ url: String(url), document: checked, ...(found && { printer: found.name }) });
}

function documentOf({ failure, type, content }: Record<string, unknown>): PrintJob['document'] {
  if (typeof failure === 'string') return { failure };
  if (typeof type !== 'string' || !(content instanceof Blob)) fail('print', 'no document');
  return { type, content };
}
