export { default } from '../../buyer.ts';
