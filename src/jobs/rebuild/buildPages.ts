/** Renders the generated tabs of a book and writes those that changed, each as a whole. */
import type { Analysis } from '../../domain/report/analyse';
import type { BookSnapshot } from '../../domain/report/bookSnapshot';
import { byDistrict, type DistrictSummary } from '../../domain/report/summary';
import { groupIssues, type Issue } from '../../domain/schema/issue';
import { fingerprint } from '../../domain/values/fingerprint';
import { sameKey } from '../../domain/values/text';
import type { ReportingBook } from '../../google/book/reportingBook';
import { addPage, layOutPage, rowsFor, writePage } from '../../google/pages/pages';
import { protectPage } from '../../google/pages/protect';
import { howTo, issues as issuesWords, summary } from '../../messages/tabs/control';
import { pages as words } from '../../messages/tabs/pages';
import { districtPage, formerDistrictPage } from '../../tabs/pages/districtPage';
import { howToPage } from '../../tabs/pages/howToPage';
import { issuesPage } from '../../tabs/pages/issuesPage';
import { headersOf, matrixStages, stageColumns } from '../../tabs/pages/matrix';
import { ownColumnsTable } from '../../tabs/pages/ownColumns';
import type { Page } from '../../tabs/pages/page';
import { districtLook, howToLook, issuesLook, type PageLook, summaryLook } from '../../tabs/pages/pageLooks';
import type { PageLinks } from '../../tabs/pages/sections';
import { onlyDistrictPage, summaryPage } from '../../tabs/pages/summaryPage';
import { SERVICE_ROWS } from '../../tabs/schemas/serviceTab';
import type { Uses } from '../run/parts';
import { tabTitles } from './readBook';

interface PlannedPage {
  /** Name in the memory of tabs: `howTo`, `summary`, `issues`, `district:<key>`. */
  readonly name: string;
  readonly title: string;
  /** Where a new tab goes: an index from 0, or behind all others but the hidden one. */
  readonly index: number | 'last';
  readonly page: Page;
  readonly look: PageLook;
}

const FIRST = { howTo: 0, summary: 2, issues: 5 } as const;
/** Pages that follow from any change of a district's. */
const OTHERS = ['summary', 'issues'];
/** Pages that are looked at behind the districts': those and the first tab. */
const PAGES_AFTER = OTHERS.length + 1;
/** The memory is kept after so many pages, so that a killed run does not begin again from the first. */
const PAGES_BETWEEN_SAVES = 10;

/** Names of the pages written. Throws OutOfTime between two pages. */
export function buildPages(
  run: Uses<'time' | 'memory' | 'people'>,
  book: ReportingBook,
  snapshot: BookSnapshot,
  analysis: Analysis,
  issues: readonly Issue[],
): string[] {
  const districts = byDistrict(analysis.programme, analysis.records, snapshot.today);
  const several = districts.length > 1;
  const stages = matrixStages(analysis.programme, districts);
  const headers = headersOf(stages).height;
  const issuesOf = groupByDistrict(issues, analysis);
  const render = (district: DistrictSummary): Page =>
    districtPage(analysis, { district, stages, issues: issuesOf.get(district.key) ?? [] }, placesOf(book));
  const written: string[] = [];
  const changes = new Writer(run, book, written);

  if (several) {
    // Tabs first, so that the overall summary can link to them; one size for all, so that a copy fits.
    const pages = districts.map((district) => ({ district, page: render(district) }));
    const rows = Math.max(...pages.map(({ page }) => rowsFor(page)));
    changes.find(pages.map(({ district, page }) => ({ name: `district:${district.key}`, page })));
    for (const { district, page } of pages) {
      const name = `district:${district.key}`;
      book.state.districts[district.key] = district.name;
      changes.write(
        {
          name,
          title: `${summary.district}${district.name || words.noDistrict}`,
          index: 'last',
          page,
          look: districtLook(page.columns, headers),
        },
        rows,
        'district:',
      );
    }
  }
  writeFormerDistricts(book, districts, changes, districtLook(stageColumns(stages) + 1, headers));

  const own = ownColumnsTable(snapshot, analysis);
  const [only] = districts;
  const places = placesOf(book);
  const summaryOf =
    !several && only
      ? onlyDistrictPage(
          analysis,
          { district: only, stages, issues: issuesOf.get(only.key) ?? [] },
          places,
          own,
        )
      : summaryPage(analysis, districts, places, own);
  const look = !several && only ? districtLook(summaryOf.columns, headers, true) : summaryLook();
  changes.write({ name: 'summary', title: summary.title, index: FIRST.summary, page: summaryOf, look });
  changes.write({
    name: 'howTo',
    title: howTo.title,
    index: FIRST.howTo,
    page: howToPage(analysis, places, snapshot.today),
    look: howToLook(),
  });
  changes.write({
    name: 'issues',
    title: issuesWords.title,
    index: FIRST.issues,
    page: issuesPage(groupIssues(issues), analysis.registry, tabTitles, book.state.tabs),
    look: issuesLook(),
  });
  return written;
}

class Writer {
  private template: string | null = null;
  private unsaved = 0;
  /** Pages of which it is known that they have changed; those that follow from them are counted on. */
  private left = PAGES_AFTER;
  private sheets: number | null = null;
  private readonly fingerprints = new Map<Page, string>();

  constructor(
    private readonly run: Uses<'time' | 'memory' | 'people'>,
    private readonly book: ReportingBook,
    private readonly written: string[],
  ) {}

  /**
   * Looks up the tabs of pages that changed, and of those that then change too, before the first is written:
   * between two writes every look-up is a round trip.
   */
  find(planned: readonly Pick<PlannedPage, 'name' | 'page'>[]): void {
    const changed = planned.filter(({ name, page }) => !this.isWritten(name, page));
    this.left = changed.length + PAGES_AFTER;
    if (changed.length === 0) return;
    for (const name of [...changed.map((each) => each.name), ...OTHERS]) this.book.sheet(name);
  }

  private isWritten(name: string, page: Page): boolean {
    const { tabs, fingerprints } = this.book.state;
    return tabs[name] !== undefined && fingerprints[name] === this.fingerprintOf(page);
  }

  private fingerprintOf(page: Page): string {
    const text = this.fingerprints.get(page) ?? fingerprint(JSON.stringify([page.layout, page.rows]));
    this.fingerprints.set(page, text);
    return text;
  }

  /** `kind`: pages whose names begin so look alike, and the first of them serves the others as a template. */
  write(planned: PlannedPage, rows = rowsFor(planned.page), kind: string | null = null): void {
    const { run, book } = this;
    const { name, page, look } = planned;
    if (this.isWritten(name, page)) {
      this.remember(planned, kind);
      return;
    }
    run.time.progress = { what: 'pages', left: this.left };
    run.time.check();
    const known = book.sheet(name);
    const sheet = known ?? this.add(planned, rows, kind);
    if (known !== null && book.state.layouts[name] !== page.layout) {
      layOutPage(known, look, page, rows, false);
      book.state.sizes[name] = rows;
      protectPage(known, run.people.rightsOf(book));
      book.state.layouts[name] = page.layout;
      run.time.check();
    }
    book.state.sizes[name] = writePage(sheet, page, book.state.sizes[name] ?? rows);
    book.state.fingerprints[name] = this.fingerprintOf(page);
    this.written.push(planned.title);
    this.remember(planned, kind);
    this.unsaved += 1;
    this.left = Math.max(1, this.left - 1);
    if (this.unsaved >= PAGES_BETWEEN_SAVES) {
      run.memory.save(book);
      this.unsaved = 0;
    }
  }

  private add({ name, title, index, page, look }: PlannedPage, rows: number, kind: string | null) {
    const { run, book } = this;
    // Asked of Google once: reading between writes costs a round trip each time.
    this.sheets ??= book.sheetCount();
    const at = index === 'last' ? this.sheets - 1 : index;
    const template = this.templateFor(kind, page, rows);
    const rights = run.people.rightsOf(book);
    const made = addPage(book.file, book.state, name, title, at, page, rows, look, template, rights);
    // A tab that was there already may have been counted or not: count again.
    this.sheets = made.added ? this.sheets + 1 : null;
    return made.sheet;
  }

  private remember({ name }: PlannedPage, kind: string | null): void {
    if (kind !== null) this.template ??= name;
  }

  private templateFor(kind: string | null, page: Page, rows: number) {
    const { state } = this.book;
    const name = this.template;
    if (kind === null || name === null) return null;
    return state.layouts[name] === page.layout && state.sizes[name] === rows ? this.book.sheet(name) : null;
  }
}

function writeFormerDistricts(
  book: ReportingBook,
  districts: readonly DistrictSummary[],
  changes: Writer,
  look: PageLook,
): void {
  const columns = look.widths.length;
  const present = new Set(districts.map((district) => district.key));
  for (const [key, name] of Object.entries(book.state.districts)) {
    const isOnly = districts.length === 1 && present.has(key);
    if (book.state.tabs[`district:${key}`] === undefined || (present.has(key) && !isOnly)) continue;
    const layout = book.state.layouts[`district:${key}`] ?? '';
    changes.write({
      name: `district:${key}`,
      title: `${summary.district}${name || words.noDistrict}`,
      index: 'last',
      page: formerDistrictPage(name, isOnly ? words.onlyDistrict : words.gone(name), columns, layout),
      look,
    });
  }
}

function placesOf(book: ReportingBook): PageLinks {
  const districtSheets = new Map<string, number>();
  for (const [name, id] of Object.entries(book.state.tabs)) {
    if (name.startsWith('district:')) districtSheets.set(name.slice('district:'.length), id);
  }
  return {
    reportSheet: book.sheetId('report'),
    issuesSheet: book.sheetId('issues'),
    districtSheets,
    stamp: `${book.serviceName()}!$B$${SERVICE_ROWS.stamp}`,
  };
}

function groupByDistrict(issues: readonly Issue[], analysis: Analysis): Map<string, Issue[]> {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const organisation = analysis.registry.organisations.get(issue.organisation ?? '');
    if (!organisation) continue;
    const key = sameKey(organisation.district);
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return groups;
}
