/**
 * The school manifest: what the sidebar must know of the programme and could not read cheaply, or not at all (the
 * start of the programme stands in the control book). The jobs write it into one cell of «Служебное».
 */
import * as v from 'valibot';
import { type CivilDate, parseIso } from '../dates/civil';
import type { Stage } from '../programme/programme';
import { COLUMN_TYPE_NAMES } from '../schema/columnTypes';
import type { Rule } from '../schema/rule';
import type { Column } from '../schema/schema';
import { clip } from '../values/text';

export interface ManifestStage {
  readonly code: string;
  /** As the stage column of «Отчёт» has it. */
  readonly label: string;
  /** In full, where the label is shortened. */
  readonly title?: string | undefined;
  readonly result: string;
  readonly documentNeeded: boolean;
}

export interface SchoolManifest {
  /** Sheet ids by name of the tab, those of districts left out. */
  readonly tabs: Readonly<Record<string, number>>;
  /** Headers that people gave to columns: tab → column id → header. */
  readonly renamed: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly programmeStart: CivilDate | null;
  readonly stages: readonly ManifestStage[];
  readonly declared: { readonly report: readonly Column[]; readonly coverage: readonly Column[] };
}

const LONGEST_RESULT = 300;

export const manifestStage = (stage: Stage, label: string, title: string): ManifestStage => ({
  code: stage.code,
  label,
  ...(title === label ? {} : { title }),
  result: clip(stage.result, LONGEST_RESULT),
  documentNeeded: stage.documentNeeded,
});

/** A cell takes 50,000 characters. */
const LONGEST = 49_000;

/** The manifest as a cell's text; long titles and what is to be presented are left out where a long programme would not fit. */
export function writeManifest(manifest: SchoolManifest): string {
  const text = JSON.stringify(manifest);
  return text.length <= LONGEST
    ? text
    : JSON.stringify({
        ...manifest,
        stages: manifest.stages.map(({ title: _title, ...stage }) => ({ ...stage, result: '' })),
      });
}

const day = v.custom<CivilDate>((value) => typeof value === 'string' && parseIso(value) !== null);
const column: v.GenericSchema<unknown, Column> = v.object({
  id: v.string(),
  header: v.string(),
  type: v.picklist(COLUMN_TYPE_NAMES),
  writer: v.picklist(['svodka', 'administrator', 'curator', 'head']),
  required: v.optional(v.boolean(), false),
  allowed: v.optional(v.array(v.string()), []),
  rules: v.optional(v.array(v.custom<Rule>((value) => typeof value === 'object')), []),
  help: v.string(),
  example: v.string(),
  width: v.number(),
});
const manifest: v.GenericSchema<unknown, SchoolManifest> = v.object({
  tabs: v.record(v.string(), v.number()),
  renamed: v.record(v.string(), v.record(v.string(), v.string())),
  programmeStart: v.nullable(day),
  stages: v.array(
    v.object({
      code: v.string(),
      label: v.string(),
      title: v.optional(v.string()),
      result: v.string(),
      documentNeeded: v.boolean(),
    }),
  ),
  declared: v.object({ report: v.array(column), coverage: v.array(column) }),
});

/** The manifest that the cell holds; null where there is none, or only a part of one. */
export function readManifest(text: unknown): SchoolManifest | null {
  if (typeof text !== 'string' || text === '') return null;
  try {
    const read = v.safeParse(manifest, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
