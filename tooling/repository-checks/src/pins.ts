/** Returns the container images of a Dockerfile or a Compose file that no digest pins. */
export function unpinnedImages(text: string): string[] {
  const stages = [...text.matchAll(/^FROM\s+\S+\s+AS\s+(\S+)/gim)].map(([, stage]) => stage);
  const images = [...text.matchAll(/^(?:FROM|COPY --from=|\s+image:)\s*([^\s"']+)/gm)].map(
    ([, image]) => image!,
  );
  return images.filter((image) => !stages.includes(image) && !/@sha256:[\da-f]{64}$/.test(image));
}

/** Returns the actions of a GitHub workflow that no commit and version pin. A workflow of this repository needs none. */
export function unpinnedActions(workflow: string): string[] {
  return [...workflow.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)]
    .map(([, action]) => action!)
    .filter((action) => !/^\.\/|@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(action));
}
