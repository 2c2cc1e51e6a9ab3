/** Makes the card that the schools' half reads in «Служебное». */
import type { Analysis, BookSnapshot } from '../domain/analyse';
import { cardStage, writeCard } from '../domain/school/card';
import type { ReportingBook } from '../google/reportingBook';

export function schoolCard(
  book: ReportingBook,
  snapshot: BookSnapshot,
  { programme, registry }: Analysis,
): string {
  const { tabs, renamed } = book.state;
  const { report, coverage } = snapshot.declared;
  return writeCard({
    tabs: Object.fromEntries(Object.entries(tabs).filter(([name]) => !name.startsWith('district:'))),
    renamed,
    programmeStart: snapshot.programmeStart,
    stages: programme.stages.map((stage) => cardStage(stage, registry.stageLabel(stage.code) ?? stage.title)),
    declared: { report, coverage },
  });
}
