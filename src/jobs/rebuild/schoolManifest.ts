/** Makes the manifest that the schools' half reads in «Служебное». */
import type { Analysis } from '../../domain/report/analyse';
import type { BookSnapshot } from '../../domain/report/bookSnapshot';
import { manifestStage, writeManifest } from '../../domain/school/manifest';
import type { ReportingBook } from '../../google/book/reportingBook';

export function schoolManifest(
  book: ReportingBook,
  snapshot: BookSnapshot,
  { programme, registry }: Analysis,
): string {
  const { tabs, renamed } = book.state;
  const { report, coverage } = snapshot.declared;
  return writeManifest({
    tabs: Object.fromEntries(Object.entries(tabs).filter(([name]) => !name.startsWith('district:'))),
    // A tab whose headers were looked for and found under their own names has renamed none.
    renamed: Object.fromEntries(Object.entries(renamed).filter(([, names]) => Object.keys(names).length > 0)),
    programmeStart: snapshot.programmeStart,
    stages: programme.stages.map((stage) =>
      manifestStage(
        stage,
        registry.stageLabel(stage.code) ?? stage.title,
        registry.stageName(stage.code) ?? stage.title,
      ),
    ),
    declared: { report, coverage },
  });
}
