import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

/** The manifest's part that the host obeys (https://developers.google.com/apps-script/concepts/manifests). */
export interface Manifest {
  readonly timeZone: string;
  /** Full URLs. */
  readonly oauthScopes: readonly string[];
}

/**
 * A script project as it lies in a folder: *.js files, *.html pages, appsscript.json. Files run in the
 * order of their names in one global scope; they are compiled once and run anew for every execution, for
 * Apps Script keeps nothing between two runs.
 */
export class ScriptProject {
  readonly manifest: Manifest;
  readonly pages: ReadonlyMap<string, string>;
  private readonly scripts: readonly vm.Script[];

  private constructor(
    readonly id: string,
    readonly name: string,
    readonly dir: string,
    /** The spreadsheet whose bound script this is; null for a standalone script. */
    readonly boundTo: string | null,
  ) {
    const files = readdirSync(dir).sort();
    this.manifest = readManifest(join(dir, 'appsscript.json'));
    this.scripts = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => new vm.Script(readFileSync(join(dir, file), 'utf8'), { filename: file }));
    this.pages = new Map(
      files
        .filter((file) => file.endsWith('.html'))
        .map((file) => [file.replace(/\.html$/, ''), readFileSync(join(dir, file), 'utf8')]),
    );
  }

  /** Reads the folder; throws what reading a missing or broken file throws. */
  static load(id: string, name: string, dir: string, boundTo: string | null): ScriptProject {
    return new ScriptProject(id, name, dir, boundTo);
  }

  /** Whether the files define a function of that name, as a new run finds it. */
  defines(functionName: string): boolean {
    this.globals ??= this.readGlobals();
    return this.globals.has(functionName);
  }

  /** Functions that a page may call: a name that ends in «_» is private (guides/html/communication). */
  functionNames(): string[] {
    this.globals ??= this.readGlobals();
    return [...this.globals].filter((name) => !name.endsWith('_'));
  }

  private globals: Set<string> | null = null;

  private readGlobals(): Set<string> {
    const context = vm.createContext({});
    this.start(context);
    const names = Object.keys(context).filter((name) => typeof context[name] === 'function');
    return new Set(names);
  }

  /** Runs the files' top level, which defines the project's functions. */
  start(context: vm.Context): void {
    for (const script of this.scripts) script.runInContext(context);
  }
}

function readManifest(path: string): Manifest {
  const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>;
  return { timeZone: read.timeZone ?? 'Etc/GMT', oauthScopes: read.oauthScopes ?? [] };
}
