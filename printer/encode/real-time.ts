/** A part of the stream that is a picture: [from, to). */
type Range = readonly [from: number, to: number];

const DLE = 0x10;
/** EOT, ENQ and DC4 make a real-time command of a DLE before them. */
const commands = new Set([0x04, 0x05, 0x14]);

/**
 * Printers look for real-time commands in everything that arrives, pictures too: a pattern of dots could open the cash drawer or
 * cancel the slip. Where a picture holds one, a single dot beside an inked one becomes black. Returns how many.
 */
export function disarm(stream: Buffer): number {
  let flipped = 0;
  for (const [from, to] of pictures(stream))
    for (let at = from; at < to - 1; at++)
      if (stream[at] === DLE && commands.has(stream[at + 1] ?? 0)) {
        stream[at] = DLE | 0x08;
        flipped += 1;
      }
  return flipped;
}

/** Where the pictures are in a stream of our own making: GS v 0, ESC * 33 and GS ( k, whose lengths stand in their commands. */
function* pictures(stream: Buffer): Generator<Range> {
  let at = 0;
  while (at < stream.length) {
    const [picture, next] = commandAt(stream, at);
    if (picture < next) yield [picture, next];
    at = next;
  }
}

/** Where the picture of a command begins (or its end when it has none), and where the next command begins. */
function commandAt(stream: Buffer, at: number): Range {
  const byte = (offset: number): number => stream[at + offset] ?? 0;
  const word = (offset: number): number => byte(offset) + 256 * byte(offset + 1);
  const plain = (length: number): Range => [at + length, at + length];
  switch (byte(0)) {
    case 0x1b: // ESC
      switch (byte(1)) {
        case 0x2a: // * m nL nH
          return [at + 5, at + 5 + word(3) * 3];
        case 0x40: // @
        case 0x32: // 2
        case 0x69: // i
          return plain(2);
        case 0x24: // $
          return plain(4);
        default: // 3 J E a t B …
          return plain(3);
      }
    case 0x1d: // GS
      switch (byte(1)) {
        case 0x76: // v 0 m xL xH yL yH
          return [at + 8, at + 8 + word(4) * word(6)];
        case 0x28: // ( k: its text is never looked into
          return plain(5 + word(3));
        case 0x56: // V m, and n after 65 and 66
          return plain(byte(2) >= 65 ? 4 : 3);
        case 0x50: // P x y
          return plain(4);
        default: // !
          return plain(3);
      }
    case 0x1c: // FS .
      return plain(2);
    default: // letters, line feeds
      return plain(1);
  }
}
