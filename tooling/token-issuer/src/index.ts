export {
  createTokenIssuer,
  type Mint,
  type MintOptions,
  TOKEN_LIFETIME_SECONDS,
} from './issuer.ts';
export { encodeSegment, type Segment, signSegments, signToken, tamperToken } from './sign.ts';
