/** Items written at a time: enough that writing is not the cost, few enough that the text of all of them never lies in memory. */
const itemsAtOnce = 500;

/** An object with a long list as its last member, `name`, as JSON in pieces that are made while they are read. */
export const jsonStream = (members: Readonly<Record<string, unknown>>, name: string, items: readonly unknown[]): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream({
    pull: (controller) => {
      const from = next;
      next = Math.min(items.length, from + itemsAtOnce);
      const list = JSON.stringify(items.slice(from, next)).slice(1, -1);
      const head = from === 0 ? `${JSON.stringify(members).slice(0, -1)},${JSON.stringify(name)}:[` : '';
      const isLast = next === items.length;
      controller.enqueue(encoder.encode(`${head}${from > 0 && list !== '' ? ',' : ''}${list}${isLast ? ']}' : ''}`));
      if (isLast) controller.close();
    },
  });
};
