export { default } from '../../buyer/buyer.ts';
