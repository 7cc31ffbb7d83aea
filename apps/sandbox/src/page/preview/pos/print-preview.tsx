import { useEffect, useState } from 'preact/hooks';
import type { PrintJob } from '../../../contract/host-views.ts';
import type { SandboxModel } from '../../model/sandbox-model.ts';
import { Overlay } from './overlay.tsx';

/** The document that the extension printed. */
export function PrintPreview({ model }: { model: SandboxModel }) {
  const { printJob } = model.pos;
  const job = printJob.value;
  if (!job) return null;
  const close = () => {
    printJob.value = undefined;
  };
  return (
    <Overlay label="Print" onClose={close} aside={<small>{job.printer ?? 'System print dialog'}</small>}>
      <p class="pos-print-url">
        <code>{job.url}</code>
      </p>
      <Document key={job.url} job={job} />
    </Overlay>
  );
}

function Document({ job: { document } }: { job: PrintJob }) {
  if ('failure' in document) return <p role="alert">{document.failure}</p>;
  const { type, content } = document;
  if (type === 'application/pdf') return <p>A PDF of {Math.ceil(content.size / 1024)} KB.</p>;
  return <Content isHtml={type === 'text/html'} content={content} />;
}

function Content({ isHtml, content }: { isHtml: boolean; content: Blob }) {
  const [text, setText] = useState<string>();
  useEffect(() => void (isHtml ? content.text() : toDataUrl(content)).then(setText), [content]);
  if (text === undefined) return null;
  // Without scripts, forms and the sandbox's origin. The page's policy also keeps styles out.
  if (isHtml) return <iframe class="pos-print" title="Printed document" sandbox="" srcdoc={text} />;
  return <img class="pos-photo" src={text} alt="Printed document" />;
}

const toDataUrl = (content: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(content);
  });
