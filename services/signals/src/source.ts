/** Who tells the events of this service. */
export const source = '/da06/signals';
