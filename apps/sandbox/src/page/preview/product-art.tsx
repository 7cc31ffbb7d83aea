import { ENDPOINTS } from '../../contract/endpoints.ts';
import type { ProductArtName } from '../../scene/products.ts';

/** The drawing of a product. */
export const ProductArt = ({ art }: { art: ProductArtName }) => (
  <img class="art" src={`${ENDPOINTS.mockImage}?name=${art}`} alt="" />
);
