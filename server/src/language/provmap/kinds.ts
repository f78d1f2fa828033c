/** The kinds of tokens that only files have; the bits below are those of expressions. */
export const Arrow = 1 << 17;
export const Colon = 1 << 18;
export const OpenBrace = 1 << 19;
export const CloseBrace = 1 << 20;
export const OpenBracket = 1 << 21;
export const CloseBracket = 1 << 22;
export const FileAttribute = 1 << 23;
