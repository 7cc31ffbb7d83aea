/** The page's element for one that the target lacks. Its `name` is the tag name; its children are rendered. */
export const PLACEHOLDER = 'sandbox-placeholder';
