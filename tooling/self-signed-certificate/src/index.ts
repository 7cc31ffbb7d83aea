export { createSelfSignedCertificate } from './self-signed-certificate.ts';
