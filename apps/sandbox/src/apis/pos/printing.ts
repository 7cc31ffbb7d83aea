import type { PrintJob } from '../../contract/host-views.ts';
import type { Api, HostContext } from '../api.ts';
import { fail, recordArgument } from './cart/arguments.ts';

/** Prints into the page. The worker fetches the document. */
export const printing: Api = {
  host: {
    'printing.getPrinters': ({ scene }) => scene.pos.printers,
    'printing.print': print,
    'print.print': print,
  },
};

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
