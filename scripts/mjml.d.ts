/** What scripts/mail.ts uses of mjml 5, which brings no types. */
declare module 'mjml' {
  interface Options {
    readonly validationLevel: 'strict' | 'soft' | 'skip';
    readonly minify: boolean;
    readonly minifyOptions: Readonly<Record<string, unknown>>;
    readonly keepComments: boolean;
  }
  interface Result {
    readonly html: string;
    readonly errors: readonly { readonly formattedMessage: string }[];
  }
  export default function mjml2html(source: string, options: Options): Promise<Result>;
}
