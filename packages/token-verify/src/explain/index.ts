export { type ExplainOptions, explainToken, type TokenExplanation } from './explain-token.ts';
export { findSurprises } from './known-forms.ts';
export { readPastedToken } from './pasted-token.ts';
export { REMEDIES } from './remedies.ts';
export { formatSpecimen } from './specimen.ts';
