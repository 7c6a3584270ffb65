export type Readiness = {
  readonly ready: boolean;
  readonly demonstration: 'off' | 'loading' | 'loaded';
  /** Events in the log that no query sees yet. */
  readonly lag: number;
};

/** `GET /healthz`: the process answers. */
export const healthResponse = (): Response => Response.json({ status: 'ok' });

/** `GET /readyz` (contracts.md, Calling): 200 when ready, else 503 with the same fields. */
export const readyResponse = ({ ready, demonstration, lag }: Readiness): Response =>
  Response.json(
    { status: ready ? 'ready' : 'starting', demonstration, lag },
    ready ? { status: 200 } : { status: 503, headers: { 'retry-after': '1' } },
  );
