/** The pieces one after the other. */
export const joinBytes = (pieces: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
};

/** Four letters of a file as text. */
export const fourLetters = (file: Uint8Array, at: number): string =>
  String.fromCharCode(...file.subarray(at, at + 4));
