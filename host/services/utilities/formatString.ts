/** `Utilities.formatString`: %s %d %i %f %x %o %c %% with flags, width and precision, as sprintf has them. */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    /%([-+0 ]*)(\d+)?(?:\.(\d+))?([sdifxXoc%])/g,
    (_all, flags: string, width: string | undefined, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const text = signedText(conversion(args[next++], kind, precision), kind, flags);
      return padded(text, flags, Number(width ?? 0), kind !== 's');
    },
  );
}

function conversion(value: unknown, kind: string, precision: string | undefined): string {
  switch (kind) {
    case 's':
      return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
    case 'f':
      return Number(value).toFixed(Number(precision ?? 6));
    case 'x':
      return Math.trunc(Number(value)).toString(16);
    case 'X':
      return Math.trunc(Number(value)).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(Number(value)).toString(8);
    case 'c':
      return typeof value === 'number' ? String.fromCharCode(value) : String(value).charAt(0);
    default:
      return String(Math.trunc(Number(value)));
  }
}

function signedText(text: string, kind: string, flags: string): string {
  if (!/[dif]/.test(kind) || text.startsWith('-')) return text;
  if (flags.includes('+')) return `+${text}`;
  return flags.includes(' ') ? ` ${text}` : text;
}

function padded(text: string, flags: string, width: number, numeric: boolean): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || !numeric) return text.padStart(width);
  const sign = /^[-+ ]/.test(text) ? text.charAt(0) : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
