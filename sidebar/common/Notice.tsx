/** A sentence that must be seen, with what can be pressed about it. A sign stands beside the colour. */
import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  readonly kind: 'error' | 'warning' | 'note' | 'good';
  readonly children: ComponentChildren;
}

const SIGNS = { error: '✕', warning: '!', note: 'i', good: '✓' } as const;

export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <span class="sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <div class="words">{children}</div>
    </div>
  );
}
