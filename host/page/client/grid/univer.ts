/**
 * Univer as a display: it draws, scrolls and selects. Everything in it that would change cells by itself is left
 * out or refused here, so that the grid never shows what the workbook does not hold.
 */
import {
  CanceledError,
  CommandType,
  ICommandService,
  LocaleType,
  LogLevel,
  toDisposable,
  Univer,
} from '@univerjs/core';
import designWords from '@univerjs/design/locale/ru-RU';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsWords from '@univerjs/docs-ui/locale/ru-RU';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { RenderManagerService, UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsWords from '@univerjs/sheets/locale/ru-RU';
import {
  HeaderMoveRenderController,
  HeaderResizeRenderController,
  type SelectionControl,
  SheetSelectionRenderService,
  UniverSheetsUIPlugin,
} from '@univerjs/sheets-ui';
import sheetsUiWords from '@univerjs/sheets-ui/locale/ru-RU';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import uiWords from '@univerjs/ui/locale/ru-RU';

/** Parts that drag columns about or change their width. */
const LEFT_OUT = new Set<unknown>([HeaderMoveRenderController, HeaderResizeRenderController]);

/** Stands in for a part that is left out, because others ask it to hear their veto. */
class Nothing {
  readonly interceptor = { getInterceptPoints: () => ({}), intercept: () => toDisposable(() => {}) };
  dispose(): void {}
}

/** Selecting, scrolling, showing: all that commands of the display may do. */
const ALLOWED = [
  'sheet.operation.set-selections',
  'sheet.operation.set-activate-cell-edit',
  'sheet.operation.set-scroll',
  'sheet.operation.scroll-to-range',
  'sheet.operation.scroll-to-cell',
  'sheet.operation.set-worksheet-active',
  'sheet.operation.set-zoom-ratio',
  'sheet.command.set-scroll-relative',
  'sheet.command.scroll-view',
  'sheet.command.scroll-to-cell',
  'sheet.command.set-worksheet-activate',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.expand-selection',
  'sheet.command.select-all',
];

/** Commands that the display starts by itself and that only look like an edit: refused without a word. */
const SILENT = /^(?:doc\.|ui\.|base-ui\.|univer\.|formula\.|sheet\.operation\.|sheet\.command\.set-.*-auto)/;

/** Makes a display in the element; `refused` hears of edits that were tried inside it. */
export function startUniver(container: HTMLElement, refused: () => void): Univer {
  leaveOut();
  const words = Object.assign({}, designWords, docsWords, sheetsWords, sheetsUiWords, uiWords);
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.RU_RU,
    locales: { [LocaleType.RU_RU]: words },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: false,
    footer: false,
    toolbar: false,
    contextMenu: false,
    disableAutoFocus: true,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: false,
    footer: false,
    disableEdit: true,
    disableAutoFocus: true,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    protectedRangeShadow: false,
  });
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id, type }) => {
      if (ALLOWED.includes(id)) return;
      if (type === CommandType.COMMAND && !SILENT.test(id)) refused();
      throw new CanceledError();
    });
  return univer;
}

let isLeftOut = false;

/** Univer has no settings for these: the parts are not registered, and the fill handle is never shown. */
function leaveOut(): void {
  if (isLeftOut) return;
  isLeftOut = true;
  const register = RenderManagerService.prototype.registerRenderModule;
  RenderManagerService.prototype.registerRenderModule = function (type, dependency) {
    const left = LEFT_OUT.has(dependency[0]);
    return register.call(
      this,
      type,
      left ? [dependency[0] as typeof Nothing, { useClass: Nothing }] : dependency,
    );
  };
  const make = SheetSelectionRenderService.prototype.newSelectionControl;
  SheetSelectionRenderService.prototype.newSelectionControl = function (...given) {
    const control: SelectionControl = make.apply(this, given);
    const { fillControl } = control;
    fillControl.hide();
    fillControl.show = () => fillControl;
    return control;
  };
}
