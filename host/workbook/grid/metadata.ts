/** Developer metadata on a spreadsheet, a sheet, or a whole row or column of it. */
export interface Metadata {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: 'DOCUMENT' | 'PROJECT';
  readonly place: MetadataPlace;
}

export type MetadataPlace =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET' }
  | { readonly type: 'ROW' | 'COLUMN'; index: number };
