import { createHash } from 'node:crypto';
import { ScriptError } from '../../runtime/ports';
import { Charset, DigestAlgorithm, type EnumMember } from '../base/enums';
import type { MembersOf } from '../base/members';
import type { ServiceRun } from '../base/run';
import { Blob, bytesOf, signed } from './blob';
import { formatDate } from './formatDate';
import { formatString } from './formatString';

const HASHES = new Map<EnumMember, string>([
  [DigestAlgorithm.MD5, 'md5'],
  [DigestAlgorithm.SHA_1, 'sha1'],
  [DigestAlgorithm.SHA_256, 'sha256'],
  [DigestAlgorithm.SHA_384, 'sha384'],
  [DigestAlgorithm.SHA_512, 'sha512'],
]);

type Data = string | readonly number[];

/** https://developers.google.com/apps-script/reference/utilities/utilities */
export class Utilities
  implements
    MembersOf<
      GoogleAppsScript.Utilities.Utilities,
      | 'Charset'
      | 'DigestAlgorithm'
      | 'formatDate'
      | 'formatString'
      | 'sleep'
      | 'getUuid'
      | 'base64Encode'
      | 'base64EncodeWebSafe'
      | 'base64Decode'
      | 'base64DecodeWebSafe'
      | 'computeDigest'
      | 'newBlob'
    >
{
  readonly Charset = Charset;
  readonly DigestAlgorithm = DigestAlgorithm;

  constructor(
    private readonly run: ServiceRun,
    private readonly uuids: { next(): string },
  ) {}

  formatDate(date: Date, timeZone: string, format: string): string {
    if (Object.prototype.toString.call(date) !== '[object Date]') {
      throw new ScriptError(
        `The parameters (${kindOf(date)},String,String) don't match the method signature for Utilities.formatDate.`,
      );
    }
    return formatDate(date.getTime(), String(timeZone), String(format));
  }

  formatString(template: string, ...args: unknown[]): string {
    return formatString(template, args);
  }

  /** Moves the clock; more than 300,000 ms is refused, as the page says. */
  sleep(milliseconds: number): void {
    if (!(milliseconds >= 0 && milliseconds <= 300_000)) {
      throw new ScriptError('Invalid argument: milliseconds');
    }
    this.run.pass(milliseconds);
  }

  /** The same sequence for the same seed of the host, so that a run can be repeated. */
  getUuid(): string {
    return this.uuids.next();
  }

  base64Encode(data: Data, charset?: EnumMember): string {
    return bytesIn(data, charset).toString('base64');
  }

  /** With padding, unlike Node's own url-safe form. */
  base64EncodeWebSafe(data: Data, charset?: EnumMember): string {
    return this.base64Encode(data, charset).replaceAll('+', '-').replaceAll('/', '_');
  }

  base64Decode(encoded: string): number[] {
    return signed(Buffer.from(encoded, 'base64'));
  }

  base64DecodeWebSafe(encoded: string): number[] {
    return signed(Buffer.from(encoded, 'base64url'));
  }

  /** A string without a charset is read as UTF-8; Google's default for it is unconfirmed for non-ASCII text. */
  computeDigest(algorithm: EnumMember, value: Data, charset?: EnumMember): number[] {
    const hash = HASHES.get(algorithm);
    if (hash === undefined) throw new ScriptError('Invalid argument: algorithm');
    return signed(createHash(hash).update(bytesIn(value, charset)).digest());
  }

  newBlob(data: Data, contentType: string | null = null, name: string | null = null): Blob {
    const type = contentType ?? (typeof data === 'string' ? 'text/plain' : null);
    return new Blob(bytesOf(data), type, name);
  }
}

/** In US-ASCII any other character is a question mark, as Java has it (unconfirmed). */
function bytesIn(data: Data, charset: EnumMember | undefined): Buffer {
  if (typeof data !== 'string' || charset !== Charset.US_ASCII) return bytesOf(data);
  return bytesOf(data.replace(/[\u0080-\u{10FFFF}]/gu, '?'));
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value) === 'null' ? '(class)' : 'undefined';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  return typeof value;
}
