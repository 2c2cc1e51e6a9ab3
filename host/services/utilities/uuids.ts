import { createHash } from 'node:crypto';

/** Version-4 UUIDs, the same ones for the same seed. */
export class Uuids {
  private made = 0;

  constructor(private readonly seed: string) {}

  next(): string {
    this.made += 1;
    const hex = createHash('sha256').update(`${this.seed}\n${this.made}`).digest('hex');
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}
