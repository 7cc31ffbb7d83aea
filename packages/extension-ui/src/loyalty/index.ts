export { Loyalty } from './Loyalty.tsx';
export { Balance } from './Points.tsx';
