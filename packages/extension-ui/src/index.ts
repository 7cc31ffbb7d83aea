export { BuyerFailure } from './BuyerFailure.tsx';
export { describeFailure } from './describe-failure.ts';
export { FailureBanner } from './FailureBanner.tsx';
export { customerIdOf, Greeting } from './Greeting.tsx';
export { Loading } from './Loading.tsx';
export type { BuyerSurface } from './surface.ts';
