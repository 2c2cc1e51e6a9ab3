/**
 * Whose row is it? Three cells of a row of «Отчёт» say so: the key, the organisation, the stage.
 * People sort without the hidden columns, paste rows over rows and retype names; where the three
 * disagree the row is repaired only when two of them settle it and no other row has a claim, else it is
 * reported and not counted. docs/design.md, «Rules that keep people's data safe», 2.
 */
import { type PairKey, pairKey, type Registry, splitKey } from './registry';

export interface RowWitness {
  readonly key: string;
  readonly organisation: string;
  readonly stage: string;
  /** Everything that people wrote in the row, joined; '' when they wrote nothing. */
  readonly content: string;
  /** An earlier run could not tell whose row it is: from then on only a full agreement of the three settles it. */
  readonly disputed: boolean;
}

export type RowIdentity =
  | { readonly kind: 'blank' }
  /** The row belongs to this pair; the jobs put right whichever of the three cells differs. */
  | { readonly kind: 'certain'; readonly organisation: string; readonly stage: string }
  /** The three cells disagree, or two rows with different content claim one pair. */
  | { readonly kind: 'unclear'; readonly twin: number | null }
  /** Says the same as the row `twin`, to the letter, or nothing at all: a copy that can go. */
  | { readonly kind: 'copy'; readonly twin: number }
  /** No key, and no pair of the programme: something a person wrote below the table. */
  | { readonly kind: 'foreign' };

export interface Identities {
  readonly rows: readonly RowIdentity[];
  /** The row that speaks for a pair, from 0. */
  readonly rowOf: ReadonlyMap<PairKey, number>;
  /** Pairs that have their row or are in dispute: no second row is made for these. */
  readonly claimed: ReadonlySet<PairKey>;
}

interface Claims {
  readonly byKey: PairKey | null;
  readonly byLabels: PairKey | null;
}

/**
 * What the run that is reading has just written itself: rows that moved while it wrote keys bear right labels
 * and wrong keys, and the other way round. `pairs` had their row before that.
 */
export interface Trust {
  readonly in: 'labels' | 'keys';
  readonly pairs: ReadonlyMap<PairKey, number>;
}

export function identify(
  rows: readonly RowWitness[],
  registry: Registry,
  trust: Trust | null = null,
): Identities {
  const names = learnRenames(rows, registry);
  const claims = rows.map((row) => claimsOf(row, names));
  const keyRows = countBy(claims, (claim) => claim.byKey);
  const labelRows = countBy(claims, (claim) => claim.byLabels);
  // Where some row bears the labels of another pair, rows were moved, and a label that is nobody's moved too.
  const inOrder = claims.every(({ byKey, byLabels }) => !byKey || !byLabels || byKey === byLabels);
  const result: RowIdentity[] = rows.map((row, index) => {
    const claim = claims[index] as Claims;
    return judge(row, claim, keyRows, labelRows, names, inOrder, trust);
  });
  const rowOf = resolveTwins(rows, result);
  const claimed = new Set<PairKey>(rowOf.keys());
  result.forEach((identity, index) => {
    if (identity.kind !== 'unclear') return;
    const claim = claims[index];
    if (claim?.byKey) claimed.add(claim.byKey);
    if (claim?.byLabels) claimed.add(claim.byLabels);
  });
  return { rows: result, rowOf, claimed };
}

interface Names {
  organisationOf(label: string): string | null;
  stageOf(label: string): string | null;
  readonly registry: Registry;
  /** Whether the text of that column also stands beside the key of an organisation (a stage) that left the programme. */
  isOfOneThatLeft(column: 'organisation' | 'stage', label: string): boolean;
}

/**
 * An organisation renamed by the administrator keeps its old label in its rows until they are rewritten:
 * a label that nobody bears and that stands in all rows of one organisation, and in no other's, is its
 * former name, unless its present name stands somewhere: then the rows were sorted, and the label is the name
 * of another that was renamed or left. The same for stages.
 */
function learnRenames(rows: readonly RowWitness[], registry: Registry): Names {
  const { organisationOf, stageOf } = registry;
  const listed = { organisation: registry.organisations, stage: registry.stages };
  const owners = {
    organisation: ownersOf(rows, 'organisation'),
    stage: ownersOf(rows, 'stage'),
  };
  const organisations = formerNames(rows, 'organisation', owners.organisation, organisationOf);
  const stages = formerNames(rows, 'stage', owners.stage, stageOf);
  return {
    registry,
    isOfOneThatLeft: (column, label) =>
      [...(owners[column].get(label) ?? [])].some((id) => !listed[column].has(id)),
    organisationOf: (label) => registry.organisationOf(label) ?? organisations.get(label) ?? null,
    stageOf: (label) => registry.stageOf(label) ?? stages.get(label) ?? null,
  };
}

function formerNames(
  rows: readonly RowWitness[],
  column: 'organisation' | 'stage',
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  known: (label: string) => string | null,
): Map<string, string> {
  const labelsOf = new Map<string, Set<string>>();
  const present = new Set<string>();
  for (const row of rows) {
    const named = row[column] === '' ? null : known(row[column]);
    if (named !== null) present.add(named);
    const key = splitKey(row.key);
    if (key && row[column] !== '') add(labelsOf, key[column], row[column]);
  }
  const names = new Map<string, string>();
  for (const [label, [owner, ...others]] of owners) {
    if (owner === undefined || others.length > 0 || known(label) !== null || present.has(owner)) continue;
    if (labelsOf.get(owner)?.size === 1) names.set(label, owner);
  }
  return names;
}

/** By text of the column: the organisations (stages) that the keys beside it name. */
function ownersOf(
  rows: readonly RowWitness[],
  column: 'organisation' | 'stage',
): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = splitKey(row.key);
    if (key && row[column] !== '') add(owners, row[column], key[column]);
  }
  return owners;
}

function claimsOf(row: RowWitness, names: Names): Claims {
  const key = splitKey(row.key);
  const organisation = row.organisation === '' ? null : names.organisationOf(row.organisation);
  const stage = row.stage === '' ? null : names.stageOf(row.stage);
  return {
    byKey: key ? pairKey(key.organisation, key.stage) : null,
    byLabels: organisation !== null && stage !== null ? pairKey(organisation, stage) : null,
  };
}

function judge(
  row: RowWitness,
  { byKey, byLabels }: Claims,
  keyRows: ReadonlyMap<PairKey, number>,
  labelRows: ReadonlyMap<PairKey, number>,
  names: Names,
  inOrder: boolean,
  trust: Trust | null,
): RowIdentity {
  const trustedLabels = trust?.in === 'labels' && byLabels !== null && trust.pairs.has(byLabels);
  if (trustedLabels && labelRows.get(byLabels) === 1) return certain(byLabels);
  if (byKey === null) {
    if (row.organisation === '' && row.stage === '' && row.key === '') {
      return row.content === '' ? { kind: 'blank' } : { kind: 'foreign' };
    }
    if (byLabels === null) return { kind: 'foreign' };
    return labelRows.get(byLabels) === 1 && !keyRows.has(byLabels)
      ? certain(byLabels)
      : { kind: 'unclear', twin: null };
  }
  if (byLabels === byKey) return certain(byKey);
  if (byLabels !== null) {
    if (trust?.in === 'keys' && trust.pairs.has(byKey) && keyRows.get(byKey) === 1) return certain(byKey);
    // Sorted without the hidden columns: the labels moved with people's data, the keys stayed. Safe only
    // where this label stands once, and the pair that the key names has moved to another row in the same way.
    const moved = labelRows.get(byLabels) === 1 && labelRows.get(byKey) === 1;
    return moved ? certain(byLabels) : { kind: 'unclear', twin: null };
  }
  const otherRowHasIt = labelRows.has(byKey);
  // A key left behind in a row that is empty otherwise: nobody's data is at stake.
  if (otherRowHasIt && row.organisation === '' && row.stage === '' && row.content === '') {
    return { kind: 'blank' };
  }
  const isDecided = row.content === '' || (inOrder && !row.disputed);
  return isDecided && agreesInPart(row, byKey, names) && !otherRowHasIt
    ? certain(byKey)
    : { kind: 'unclear', twin: null };
}

/** The key and one of the labels agree, and the other label is nobody's; of a row without content the key is enough. */
function agreesInPart(row: RowWitness, byKey: PairKey, names: Names): boolean {
  const key = splitKey(byKey);
  if (!key) return false;
  if (row.organisation === '' && row.stage === '') return row.content === '';
  const { registry } = names;
  const organisation = names.organisationOf(row.organisation);
  const stage = names.stageOf(row.stage);
  // Of an organisation or a stage that left the programme only the key still knows.
  const organisationAgrees =
    organisation === key.organisation ||
    (organisation === null && !registry.organisations.has(key.organisation));
  const stageAgrees = stage === key.stage || (stage === null && !registry.stages.has(key.stage));
  if (organisationAgrees && stageAgrees) return true;
  if (organisation !== null && !organisationAgrees) return false;
  if (stage !== null && !stageAgrees) return false;
  // A row was pasted over this one, and what it was of left the programme since: the text is that row's, not a
  // former name of what this key stands for.
  if (organisation === null && !organisationAgrees && names.isOfOneThatLeft('organisation', row.organisation))
    return false;
  if (stage === null && !stageAgrees && names.isOfOneThatLeft('stage', row.stage)) return false;
  return organisationAgrees || stageAgrees;
}

/**
 * Several rows for one pair: the one that people wrote in speaks, and of rows equal to the letter the first;
 * where two say different things, none does.
 */
function resolveTwins(rows: readonly RowWitness[], result: RowIdentity[]): Map<PairKey, number> {
  const groups = new Map<PairKey, number[]>();
  result.forEach((identity, index) => {
    if (identity.kind !== 'certain') return;
    const pair = pairKey(identity.organisation, identity.stage);
    const group = groups.get(pair);
    if (group) group.push(index);
    else groups.set(pair, [index]);
  });
  const rowOf = new Map<PairKey, number>();
  for (const [pair, group] of groups) {
    const [first] = group;
    if (first === undefined) continue;
    if (group.length === 1) {
      rowOf.set(pair, first);
      continue;
    }
    const speaker = group.find((index) => rows[index]?.content !== '') ?? first;
    const said = rows[speaker]?.content;
    const differ = group.some((index) => rows[index]?.content !== '' && rows[index]?.content !== said);
    if (!differ) rowOf.set(pair, speaker);
    for (const index of group) {
      const twin = index === speaker ? (group.find((other) => other !== index) ?? null) : speaker;
      if (differ) result[index] = { kind: 'unclear', twin };
      else if (index !== speaker) result[index] = { kind: 'copy', twin: speaker };
    }
  }
  return rowOf;
}

function certain(pair: PairKey): RowIdentity {
  const key = splitKey(pair);
  return key ? { kind: 'certain', ...key } : { kind: 'foreign' };
}

function countBy(claims: readonly Claims[], pick: (claim: Claims) => PairKey | null): Map<PairKey, number> {
  const counts = new Map<PairKey, number>();
  for (const claim of claims) {
    const pair = pick(claim);
    if (pair !== null) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
