/** Who reports on what, looked up by id, by key and by the label that stands in «Отчёт». */
import type { Organisation, Programme, Stage } from '../programme/programme';
import { clip, sameKey, tidy } from '../values/text';

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

const LONGEST_TITLE = 140;

export interface Registry {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly stages: ReadonlyMap<string, Stage>;
  organisationLabel(id: string): string | null;
  stageLabel(code: string): string | null;
  /** Id of the organisation whose label this is; null when it is nobody's. */
  organisationOf(label: string): string | null;
  stageOf(label: string): string | null;
}

const stageLabel = (stage: Pick<Stage, 'code' | 'title'>): string =>
  clip(tidy(`${stage.code.replace(/\.$/, '')}. ${stage.title}`), LONGEST_TITLE);

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
  const byStageLabel = new Map([...stageLabels].map(([code, label]) => [sameKey(label), code]));
  return {
    organisations,
    stages,
    organisationLabel: (id) => labels.get(id) ?? null,
    stageLabel: (code) => stageLabels.get(code) ?? null,
    organisationOf: (label) => byLabel.get(sameKey(label)) ?? null,
    stageOf: (label) => byStageLabel.get(sameKey(label)) ?? null,
  };
}
