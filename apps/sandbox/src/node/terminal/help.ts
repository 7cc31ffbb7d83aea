/** Whether the command line asks what it may say, instead of saying it. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}
