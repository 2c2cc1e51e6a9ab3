/** A text of several lines, each a paragraph. */
export const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <p key={`${index}${line}`}>{line}</p>
    ))}
  </>
);
