/** Texts that a file could hold as something else: escapes of single characters, and words for errors. */

/** ECMA-376, part 1, 22.9.2.19 (ST_Xstring): `_xHHHH_` is a character; a text that looks so has its `_` escaped. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4})/g;
/** What XML 1.0 cannot hold, and the carriage return, which it turns into a line feed. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const escaped = (text: string): string =>
  text
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

/** Whether the file's writer could make an error of the text. */
export const looksLikeError = (text: string): boolean => /^#[A-Z\d/_]+[!?]?$/.test(text);
