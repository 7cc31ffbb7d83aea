export { Balance } from '../loyalty/Balance.tsx';
export { Loading } from './Loading.tsx';
export { Notice } from './Notice.tsx';
