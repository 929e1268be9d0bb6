import sharp from 'sharp';

/** What cameras, phones and mischief hand in. */
export const photos = {
  /**
   * A phone held upright: stored lying (400 × 300), with the note to turn it (EXIF orientation 6), the place it was
   * taken at and the camera. Stored left half red, right half blue: upright, red is above.
   */
  async upright(): Promise<Buffer> {
    const red = await half('#d01010');
    const pixels = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#1010d0' } })
      .composite([{ input: red, left: 0, top: 0 }])
      .png()
      .toBuffer();
    return sharp(pixels)
      .withExif({
        IFD0: { Make: 'Testkamera', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'E' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
  },

  jpeg: (width: number, height: number, colour = '#8a5a2b'): Promise<Buffer> =>
    canvas(width, height, colour).jpeg().toBuffer(),
  png: (width: number, height: number): Promise<Buffer> => canvas(width, height, '#2f6044').png().toBuffer(),
  webp: (width: number, height: number): Promise<Buffer> =>
    canvas(width, height, '#7a5700').webp().toBuffer(),
  gif: (): Promise<Buffer> => canvas(20, 20, '#000').gif().toBuffer(),
  tiff: (): Promise<Buffer> => canvas(20, 20, '#000').tiff().toBuffer(),

  /** A few kilobytes that would fill 400 MB: 10,000 × 10,000 pixels of one colour. */
  bomb: (): Promise<Buffer> => canvas(10_000, 10_000, '#000').png({ compressionLevel: 9 }).toBuffer(),

  svg: (): Buffer =>
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ),
  text: (): Buffer => Buffer.from('Das ist kein Bild.\n'),

  /** The first half of a real photo: the upload broke off. */
  async torn(): Promise<Buffer> {
    const whole = await sharp(Buffer.from(noise(600 * 400)), {
      raw: { width: 600, height: 400, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    return whole.subarray(0, whole.length / 2);
  },

  /** Starts like a photo, then is nothing but length. */
  huge(bytes: number): Buffer<ArrayBuffer> {
    const huge = Buffer.alloc(bytes);
    huge.set([0xff, 0xd8, 0xff, 0xe0]);
    return huge;
  },
};

function canvas(width: number, height: number, background: string) {
  return sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false });
}

function half(background: string): Promise<Buffer> {
  return canvas(200, 300, background).png().toBuffer();
}

/** Grain that compresses badly, the same every time. */
function noise(pixels: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length: pixels * 3 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % 256;
  });
}
