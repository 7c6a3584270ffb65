import upng from 'upng-js';

/** A PNG of at most so many bytes, with as many colours as that allows (256 at most). @throws when 16 colours are still too many. */
export const packed = (png: Buffer, bytes: number): Buffer => {
  const image = upng.decode(new Uint8Array(png).buffer);
  const frames = upng.toRGBA8(image);
  for (const colours of [256, 128, 64, 32, 16]) {
    const made = Buffer.from(upng.encode(frames, image.width, image.height, colours));
    if (made.byteLength <= bytes) return made;
  }
  throw new RangeError(`${image.width} × ${image.height}: more than ${bytes} bytes in 16 colours`);
};
