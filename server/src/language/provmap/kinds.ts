/** The kinds of tokens that only files have; the bits below are those of expressions. */
export const Arrow = 1 << 16;
export const Colon = 1 << 17;
export const OpenBrace = 1 << 18;
export const CloseBrace = 1 << 19;
export const OpenBracket = 1 << 20;
export const CloseBracket = 1 << 21;
export const FileAttribute = 1 << 22;
