/** A key and a body with everything that a shell could take for syntax. */
export const KEY = `"it's" $HOME \`id\` \\ {a,b}`;
export const BODY = { text: `it's "quoted" $HOME \`id\` \\ %s`, lines: 'one\ntwo' };
