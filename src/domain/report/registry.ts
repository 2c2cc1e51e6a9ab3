/** Who reports on what, looked up by id, by key and by the label that stands in «Отчёт». */
import type { Organisation, Programme, Stage } from '../programme/programme';
import { clip, clipWords, sameKey, tidy } from '../values/text';

/** One stage of one organisation: organisation id and stage code, e.g. «К-01/1.4». */
export type PairKey = string;

/** An organisation's id holds no «/» (a rule of its column), so the key splits at the first one. */
export const pairKey = (organisation: string, stage: string): PairKey => `${organisation}/${stage}`;

export function splitKey(key: string): { organisation: string; stage: string } | null {
  const cut = key.indexOf('/');
  return cut > 0 && cut < key.length - 1
    ? { organisation: key.slice(0, cut), stage: key.slice(cut + 1) }
    : null;
}

/** Of a key that is known to be a pair's. */
export const organisationOfPair = (pair: PairKey): string => pair.slice(0, pair.indexOf('/'));

/** In the narrow column of «Отчёт», which stays on a phone's screen; the full title stands in «Этапы». */
const LONGEST_LABEL = 60;
const LONGEST_NAME = 140;

export interface Registry {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly stages: ReadonlyMap<string, Stage>;
  organisationLabel(id: string): string | null;
  /** What stands in «Отчёт»: the code and as much of the title as a narrow column takes. */
  stageLabel(code: string): string | null;
  /** Code and title, for pages, mails and the sidebar. */
  stageName(code: string): string | null;
  /** Id of the organisation whose label this is; null when it is nobody's. */
  organisationOf(label: string): string | null;
  stageOf(label: string): string | null;
}

type Titled = Pick<Stage, 'code' | 'title'>;
const stageName = (stage: Titled): string =>
  clip(tidy(`${stage.code.replace(/\.$/, '')}. ${stage.title}`), LONGEST_NAME);
const stageLabel = (stage: Titled): string =>
  clipWords(stageName(stage), Math.max(LONGEST_LABEL, stage.code.length + LONGEST_LABEL / 2));

export function makeRegistry(programme: Pick<Programme, 'organisations' | 'stages'>): Registry {
  const organisations = new Map(programme.organisations.map((each) => [each.id, each]));
  const stages = new Map(programme.stages.map((each) => [each.code, each]));
  const namesakes = new Map<string, number>();
  for (const { shortName } of programme.organisations) {
    const name = sameKey(shortName);
    namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  }
  const labels = new Map<string, string>();
  const byLabel = new Map<string, string>();
  for (const { id, shortName } of programme.organisations) {
    // A reader of the row must be able to tell two schools of one name apart.
    const label =
      (namesakes.get(sameKey(shortName)) ?? 0) > 1 ? `${tidy(shortName)} (${id})` : tidy(shortName);
    labels.set(id, label);
    byLabel.set(sameKey(label), id);
  }
  const stageLabels = new Map([...stages.values()].map((stage) => [stage.code, stageLabel(stage)]));
  const stageNames = new Map([...stages.values()].map((stage) => [stage.code, stageName(stage)]));
  // A row of an earlier version has the full name.
  const byStageLabel = new Map(
    [...stageNames, ...stageLabels].map(([code, label]) => [sameKey(label), code]),
  );
  return {
    organisations,
    stages,
    organisationLabel: (id) => labels.get(id) ?? null,
    stageLabel: (code) => stageLabels.get(code) ?? null,
    stageName: (code) => stageNames.get(code) ?? null,
    organisationOf: (label) => byLabel.get(sameKey(label)) ?? null,
    stageOf: (label) => byStageLabel.get(sameKey(label)) ?? null,
  };
}
