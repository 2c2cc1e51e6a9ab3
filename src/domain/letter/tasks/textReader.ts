/** Stages, targets and questions of the running text, item by item, each with the list that it belongs to. */

import { chooseDeadline } from '../deadlines/deadline';
import { findTimeExpressions } from '../deadlines/findTimeExpressions';
import type { LetterBuilder } from '../letterBuilder';
import type { Item } from '../source/items';
import { sentencesOf } from '../text/sentences';
import { rangeOf, type TextRange } from '../text/textRange';
import { isText, type Token } from '../text/tokens';
import { isActionNoun } from '../text/words';
import {
  bodyStart,
  hasDeadline,
  hasFirmDate,
  isSubject,
  leadIsDeadline,
  mayBeDeadline,
  namesStage,
  opensList,
} from './classifiers';
import { OpenLists, type TaskList } from './lists';
import { firstInfinitive, isAlwaysAct, isRequest, type ReadItem, readItem } from './orders';
import { addressee, requestStart, taskBody } from './responsible';
import { addTargets } from './targetsInText';

/** Verbs of a figure, not of a task. */
const FIGURE_VERB = /^(?:быть|составить|составлять|достигнуть|достичь|достигать)$/;
const COURTESY = /^(?:принять|довести|обращаться|считать|учесть|сообщить|рассмотреть|подтвердить)$/;
const BODY_ENDED = /[.!]["»”)*]*$/;

export class TextReader {
  private readonly lists = new OpenLists();
  private section: string | null = null;
  /** Items without marks go on with the list until one ends with a full stop. */
  private unmarked = false;
  private lastWasTask = false;
  /** The item before this one was a task. */
  private siblings = false;

  constructor(private readonly builder: LetterBuilder) {}

  read(items: readonly Item[]): void {
    const read = items.map((item) => readItem(item, this.builder.text.plain));
    read.forEach((item, index) => {
      if (item.tokens.length > 0) this.item(item, read[index + 1]);
    });
  }

  private item(item: ReadItem, next: ReadItem | undefined): void {
    const text = this.builder.text.plain.slice(Math.max(item.start, item.end - 60), item.end).trimEnd();
    if (item.mark === null) {
      const child = this.unmarked && item.kind !== 'opener' && item.blanks < 2;
      const led = leadIsDeadline(item.tokens);
      if (item.kind !== 'label' && !child && !led) this.lists.leaveAll();
      this.unmarked =
        /[:;,]["»”)*]*$/.test(text) && (child || led || item.kind === 'opener' || text.endsWith(':'));
      if (child && BODY_ENDED.test(text)) this.unmarked = false;
      this.dispatch(item, next, child || led);
    } else {
      this.lists.enter(item.style ?? '');
      this.unmarked = text.endsWith(':') && (next?.mark === null || next?.style === null);
      this.dispatch(item, next, true);
    }
  }

  private dispatch(item: ReadItem, next: ReadItem | undefined, listed: boolean): void {
    const list = this.lists.innermost;
    const wasTask = this.lastWasTask;
    this.lastWasTask = false;
    this.siblings = wasTask;
    if (item.kind === 'label') this.lastWasTask = this.label(item, wasTask);
    else if (item.kind === 'act' && !this.isOrdered(item, list)) return;
    else if (
      item.style === 'roman' &&
      firstInfinitive(item.tokens) < 0 &&
      !hasDeadline(item.tokens, this.builder.text.plain)
    ) {
      this.section = `${item.mark ?? ''}. ${this.builder.words(item.start, item.end)}`;
    } else if (item.kind === 'opener' || (listed && opensList(item, next)))
      this.lists.open(item, this.builder);
    else if (listed) this.listed(item, list);
    else for (const sentence of sentencesOf(item.tokens)) this.sentence(sentence, list);
  }

  /** «Утвердить график» is an act of the document, but a task for those it is addressed to or by a date. */
  private isOrdered(item: ReadItem, list: TaskList): boolean {
    if (isAlwaysAct(item.tokens) || firstInfinitive(item.tokens) < 0) return false;
    return list.responsible !== null || hasFirmDate(item.tokens);
  }

  /** An item of a list: each of its sentences with a verb and a date of its own is a stage. */
  private listed(item: ReadItem, list: TaskList): void {
    const targets = addTargets(this.builder, item.tokens, list.found?.deadline.end ?? null);
    const verb = firstInfinitive(item.tokens);
    if (targets && (verb < 0 || FIGURE_VERB.test(item.tokens[verb]?.text ?? ''))) return;
    const parts = this.parts(item.tokens);
    for (const part of parts)
      this.task(part, item, list, parts.length === 1 ? item : rangeOf(part, 0, part.length));
  }

  /** Sentences of an item joined into parts, each with at most one dated task. */
  private parts(tokens: readonly Token[]): Token[][] {
    const parts: Token[][] = [];
    let lastDated = false;
    for (const sentence of sentencesOf(tokens)) {
      const last = parts[parts.length - 1];
      const dated = hasDeadline(sentence, this.builder.text.plain);
      if (last === undefined || (dated && lastDated && firstInfinitive(sentence) >= 0)) {
        parts.push([...sentence]);
        lastDated = dated;
      } else {
        last.push(...sentence);
        lastDated = lastDated || dated;
      }
    }
    return parts;
  }

  private task(tokens: readonly Token[], item: ReadItem, list: TaskList, place: TextRange): void {
    const own = chooseDeadline(tokens, findTimeExpressions(tokens, 'prose'), this.builder.text.plain);
    const dated = own.deadline.kind !== 'none' && own.problem !== 'weak-period';
    const first = bodyStart(tokens, own);
    const verb = firstInfinitive(tokens);
    const named = isActionNoun(tokens[first]) || dated;
    // «Текущий ремонт – июнь 2021 г.» among tasks, or under a plan's section, is one of them.
    const sibling = dated && (this.siblings || this.section !== null) && list.orders !== 'no';
    const isTask =
      sibling ||
      (list.orders === 'no'
        ? dated && verb >= 0
        : verb >= 0 || (list.orders === 'yes' ? named : dated && isActionNoun(tokens[first])));
    if (!isTask) {
      if (dated && list.orders !== 'no') this.builder.ask('date-outside', place);
      return;
    }
    const found =
      own.deadline.kind === 'none' && list.found !== null ? { ...list.found, problem: null } : own;
    const body = taskBody(this.builder, tokens, first, verb);
    const start = body?.from ?? place.start;
    const title = this.builder.words(start, place.end, own.cut);
    this.builder.addStage({
      title,
      section: this.section,
      number: item.mark === '' ? null : item.mark,
      found,
      responsible: body?.responsible ?? list.responsible,
      result: null,
      source: 'order',
      place: { start: place.start, end: place.end },
    });
    if (title === '') this.builder.ask('title-missing', place);
    this.lastWasTask = true;
  }

  /** Running text: a dated request is a stage, an undated one a question; targets wherever they stand. */
  private sentence(tokens: readonly Token[], list: TaskList): void {
    const verb = firstInfinitive(tokens);
    if (
      addTargets(this.builder, tokens, list.found?.deadline.end ?? null) &&
      (verb < 0 || FIGURE_VERB.test(tokens[verb]?.text ?? ''))
    )
      return;
    const place = rangeOf(tokens, 0, tokens.length);
    const request = isRequest(tokens);
    const found = chooseDeadline(tokens, findTimeExpressions(tokens, 'prose'), this.builder.text.plain);
    const dated =
      !['none', 'reference'].includes(found.deadline.kind) &&
      found.problem !== 'weak-period' &&
      found.cut.length > 0;
    if (dated && namesStage(tokens)) {
      const title = this.builder.words(place.start, place.end, found.cut);
      this.builder.addStage({
        title,
        section: null,
        number: null,
        found,
        responsible: null,
        result: null,
        source: 'order',
        place,
      });
    } else if (verb >= 0 && dated && (request || hasFirmDate(tokens))) {
      const title = this.builder.words(requestStart(tokens, verb) ?? place.start, place.end, found.cut);
      const responsible = addressee(this.builder, tokens);
      this.builder.addStage({
        title,
        section: null,
        number: null,
        found,
        responsible,
        result: null,
        source: 'order',
        place,
      });
      this.lastWasTask = true;
    } else if (verb >= 0 && request && !COURTESY.test(tokens[verb]?.text ?? '')) {
      this.builder.ask('request-undated', place);
    } else if (mayBeDeadline(tokens) && !isSubject(tokens)) this.builder.ask('date-outside', place);
  }

  /** «Срок: …», «Ответственный – …» for the task above. */
  private label(item: ReadItem, wasTask: boolean): boolean {
    const found = chooseDeadline(
      item.tokens,
      findTimeExpressions(item.tokens, 'prose'),
      this.builder.text.plain,
    );
    const responsible = /^(?:ответственн|исполнител)/.test(item.tokens[0]?.text ?? '');
    if (!wasTask) {
      if (found.place !== null && !responsible) this.builder.ask('date-outside', item);
      return false;
    }
    if (responsible) {
      const colon = item.tokens.findIndex((_, index) => isText(item.tokens, index, ':', '-'));
      const place = rangeOf(item.tokens, colon + 1, item.tokens.length);
      const words = this.builder.words(place.start, item.end, found.cut);
      this.builder.setResponsible(words === '…' ? '' : words);
    }
    if (found.place !== null && !this.builder.setDeadline(found)) this.builder.ask('two-deadlines', item);
    return true;
  }
}
