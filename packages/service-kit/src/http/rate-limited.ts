/** A key has sent more than it may; `retryAfter` in seconds. */
export class RateLimited extends Error {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('rate limited');
    this.name = 'RateLimited';
    this.retryAfter = retryAfter;
  }
}
