/** What `--help` prints: each command as a person types it. */
const SVODKA = 'npm run -s svodka --';

export const DEMO_HELP = `${SVODKA} demo --out DIR [--today 2020-11-16]
  Две программы-образца (Екатеринбург, Белоярский): настройка, отчёты людей день за днём,
  обновления через тот же dist/Code.js, что уходит в Google. Книги .xlsx ложатся в папку DIR.`;

export const SERVE_HELP = `${SVODKA} serve [FILE.xlsx] [--port 4747] [--data .svodka]
  Страница на этом компьютере: таблица, боковая панель, почта, часы. Открывает образец или книгу из файла
  (сам файл не меняется, правки ложатся в папку --data). Ничего не загружает из интернета.`;

export const RUN_HELP = `${SVODKA} run <работа> --book FILE.xlsx [--today 2020-11-16] [--json] [--yes]
  Работы: setup (настроить), rebuild (обновить), check (проверить), regroup (упорядочить строки).
  Если работа о чём-то спрашивает (regroup: переставить ли строки), команда печатает вопрос и ничего не меняет;
  с --yes ответ на него «да».
  Книга настраивается, если она ещё не настроена, и сохраняется на место. Печатает вызовы, цену и что изменилось.`;

const LETTER_HELP = `${SVODKA} letter FILE [--json]
  Читает письмо (.txt, .docx): этапы, сроки, показатели, организации, вопросы.
${SVODKA} deadline "до 7 сентября 2020 года" [--json]
  Читает срок из одной фразы.`;

const MAIL_HELP = `Письма: файлы .eml в папке рядом с книгой; с SVODKA_SMTP_URL=smtp://127.0.0.1:2525 уходят на этот сервер.`;

export const HELP = [DEMO_HELP, SERVE_HELP, RUN_HELP, LETTER_HELP, MAIL_HELP].join('\n');
