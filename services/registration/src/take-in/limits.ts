/** Limits of a request (contracts.md, Answers). */
export const maxItems = 50_000;
export const maxItemBytes = 256 * 1024;
