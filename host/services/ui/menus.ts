import type { MenuEntry, MenuShown } from './ui';

/** Menus that are up, by person and book. A menu of the same caption replaces the one before. */
export class Menus {
  private readonly up = new Map<string, Map<string, { projectId: string; menu: MenuShown }>>();

  private of(user: string, spreadsheetId: string) {
    const key = `${user}\n${spreadsheetId}`;
    let found = this.up.get(key);
    if (!found) {
      found = new Map();
      this.up.set(key, found);
    }
    return found;
  }

  /** Forgets what a person had open, as reloading the page does. */
  clear(user: string, spreadsheetId: string): void {
    this.of(user, spreadsheetId).clear();
  }

  put(user: string, spreadsheetId: string, projectId: string, menu: MenuShown): void {
    this.of(user, spreadsheetId).set(`${projectId}\n${menu.caption}`, { projectId, menu });
  }

  shown(user: string, spreadsheetId: string): MenuShown[] {
    return [...this.of(user, spreadsheetId).values()].map(({ menu }) => menu);
  }

  /** The function behind 'Сводка › Обновить сейчас'. */
  find(
    user: string,
    spreadsheetId: string,
    path: string,
  ): { projectId: string; functionName: string } | null {
    const [top, ...rest] = path.split(' › ');
    for (const { projectId, menu } of this.of(user, spreadsheetId).values()) {
      if (menu.caption !== top) continue;
      const functionName = itemAt(menu.items, rest);
      if (functionName !== null) return { projectId, functionName };
    }
    return null;
  }
}

function itemAt(items: readonly MenuEntry[], path: readonly string[]): string | null {
  const [next, ...rest] = path;
  for (const item of items) {
    if (item.kind === 'item' && rest.length === 0 && item.caption === next) return item.functionName;
    if (item.kind === 'menu' && item.menu.caption === next) return itemAt(item.menu.items, rest);
  }
  return null;
}
