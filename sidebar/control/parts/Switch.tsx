/** Whether something is on: in words, with a sign beside them. */
export const Switch = ({ on, words }: { readonly on: boolean; readonly words: string }) => (
  <p class={`switch ${on ? 'on' : 'off'}`}>
    <span class="dot" aria-hidden="true">
      {on ? '✓' : '–'}
    </span>
    <strong>{words}</strong>
  </p>
);
