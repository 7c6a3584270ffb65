/** Cuts a stream of bytes into Kafka's frames (four bytes of length, then so many bytes), each given whole, its length included. */
export const frameReader = (onFrame: (frame: Buffer) => void): ((chunk: Buffer) => void) => {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    // Joined only when a frame is complete: a large one comes in thousands of chunks.
    while (held >= wanted) {
      const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, held);
      const length = 4 + bytes.readInt32BE(0);
      if (held >= length) {
        onFrame(bytes.subarray(0, length));
        chunks = held === length ? [] : [bytes.subarray(length)];
        held -= length;
        wanted = 4;
      } else {
        chunks = [bytes];
        wanted = length;
      }
    }
  };
};
