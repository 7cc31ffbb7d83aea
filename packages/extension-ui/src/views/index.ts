export { Balance } from './Balance.tsx';
export { Loading } from './Loading.tsx';
export { Notice } from './Notice.tsx';
