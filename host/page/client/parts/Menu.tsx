import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuShownEntry } from '../../protocol/protocol';

interface Props {
  readonly caption: string;
  readonly items: readonly MenuShownEntry[];
  readonly onPress: (path: string) => void;
}

/** A menu that a script put up. */
export function Menu({ caption, items, onPress }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  useEffect(() => {
    if (!open) return;
    entries()[0]?.focus();
    const away = ({ target }: Event) => {
      if (!root.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const onKey = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Tab') {
      setOpen(false);
      return;
    } else return;
    event.preventDefault();
  };
  return (
    <div class="menu" ref={root}>
      <button
        ref={button}
        type="button"
        class="main"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {caption} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div role="menu" tabIndex={-1} aria-label={caption} onKeyDown={onKey}>
          <Entries
            items={items}
            onPress={(path) => {
              setOpen(false);
              onPress(path);
            }}
          />
        </div>
      )}
    </div>
  );
}

function Entries({ items, onPress }: Pick<Props, 'items' | 'onPress'>) {
  return (
    <>
      {items.map((item, index) => {
        if (item.kind === 'separator') return <hr key={index} />;
        if (item.kind === 'item') {
          return (
            <button
              key={item.path}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => onPress(item.path)}
            >
              {item.caption}
            </button>
          );
        }
        return (
          <fieldset key={item.caption}>
            <legend>{item.caption}</legend>
            <Entries items={item.items} onPress={onPress} />
          </fieldset>
        );
      })}
    </>
  );
}
