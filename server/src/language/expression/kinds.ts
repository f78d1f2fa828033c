/** Kinds of tokens as bits, so that one look tells whether a token is of any of several. A token may be of more than one. */
export const Name = 1 << 0;
export const StringText = 1 << 1;
export const UnclosedString = 1 << 2;
export const SmartString = 1 << 3;
export const AttributeText = 1 << 4;
export const UnclosedAttribute = 1 << 5;
export const NumberText = 1 << 6;
export const HexText = 1 << 7;
export const JobParameterText = 1 << 8;
export const OpenParenthesis = 1 << 9;
export const CloseParenthesis = 1 << 10;
export const Comma = 1 << 11;
export const Operator = 1 << 12;
/** What may stand inside parentheses only by mistake. */
export const Stray = 1 << 13;
/** What an operand can begin with, besides a word or a parenthesis. */
export const Operand = 1 << 14;
/** A string or an attribute with nothing between its quotes or brackets but what is meant: no escapes, no blanks at its ends. */
export const Plain = 1 << 15;
/** Entra has none, so they are kept aside to be named in a problem or, around expressions, to be printed. */
export const Comment = 1 << 16;
