/**
 * https://developers.google.com/apps-script/reference/base/blob: bytes are signed, −128 to 127. A byte order mark
 * stays in the text that is read back, as Java leaves it (unconfirmed).
 */
export class Blob
  implements Pick<GoogleAppsScript.Base.Blob, 'getBytes' | 'getDataAsString' | 'getName' | 'getContentType'>
{
  constructor(
    private bytes: Buffer,
    private contentType: string | null = null,
    private name: string | null = null,
  ) {}

  getBytes(): number[] {
    return signed(this.bytes);
  }

  /** The host's own view, without a number a byte; the wall hides it from scripts. */
  _content(): Buffer {
    return this.bytes;
  }

  getDataAsString(charset = 'UTF-8'): string {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(this.bytes);
  }

  getName(): string | null {
    return this.name;
  }

  setName(name: string): this {
    this.name = name;
    return this;
  }

  getContentType(): string | null {
    return this.contentType;
  }

  setContentType(contentType: string | null): this {
    this.contentType = contentType;
    return this;
  }

  setBytes(data: number[]): this {
    this.bytes = Buffer.from(data);
    return this;
  }

  setDataFromString(text: string): this {
    this.bytes = Buffer.from(text);
    return this;
  }

  getBlob(): this {
    return this;
  }

  copyBlob(): Blob {
    return new Blob(Buffer.from(this.bytes), this.contentType, this.name);
  }
}

/** Java's view of bytes. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Bytes of a script's string (UTF-8) or of its array of signed or unsigned bytes. */
export function bytesOf(data: string | readonly number[]): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data);
}
