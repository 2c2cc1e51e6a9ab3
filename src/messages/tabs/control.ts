/** The control book's tabs. */
export const settings = {
  title: 'Настройки',
  columns: {
    name: { header: 'Настройка', help: 'Название настройки. Не меняйте.', example: 'Скоро срок, дней' },
    value: { header: 'Значение', help: 'Это можно менять.', example: '7' },
    help: { header: 'Пояснение', help: 'Что значит настройка.', example: '' },
    closed: {
      header: 'Закрыть чужие строки',
      help: 'Только у отчётной книги: «да», и в строках каждой организации «Отчёта» пишут её кураторы, руководитель её района и администраторы. Пусто: нет.',
      example: 'да',
    },
  },
} as const;

export const addresses = {
  title: 'Адреса',
  columns: {
    email: { header: 'Адрес', help: 'Адрес учётной записи Google или почты.', example: 'raion@example.org' },
    role: { header: 'Роль', help: 'Кто это.', example: 'руководитель района' },
    organisation: {
      header: 'Код организации',
      help: 'Для куратора: код с вкладки «Организации».',
      example: 'К-01',
    },
    district: {
      header: 'Район',
      help: 'Для руководителя района. Для куратора: если код его организации есть в нескольких книгах.',
      example: 'Кировский',
    },
    book: {
      header: 'Книга',
      help: 'Название или адрес отчётной книги. Нужна, только если такой район или код есть в нескольких книгах.',
      example: 'Отчёт Кировского района',
    },
    language: {
      header: 'Язык писем',
      help: 'Пусто: как в «Настройках».',
      example: 'русский',
    },
    note: { header: 'Примечание', help: 'Для себя.', example: '' },
    issue: { header: 'Замечание', help: 'Что не так в этой строке. Пишет Сводка.', example: '' },
  },
  roles: {
    curator: 'куратор',
    head: 'руководитель района',
    ministry: 'получатель сводки',
    administrator: 'администратор',
  },
} as const;

export const journal = {
  title: 'Журнал',
  columns: {
    at: { header: 'Когда', help: 'Время записи.', example: '05.10.2020 09:10' },
    job: { header: 'Что', help: 'Какая работа шла.', example: 'обновление сводки' },
    book: { header: 'Книга', help: 'Какая отчётная книга.', example: '' },
    result: { header: 'Итог', help: 'Чем кончилось.', example: 'готово' },
    seconds: { header: 'Секунд', help: 'Сколько заняло.', example: '12' },
    details: { header: 'Подробности', help: 'Что сделано или почему не вышло.', example: '' },
  },
} as const;

export const issues = {
  title: 'Замечания',
  columns: {
    tab: { header: 'Вкладка', help: 'Где замечание.', example: 'Отчёт' },
    link: { header: 'Ячейка', help: 'Нажмите, чтобы перейти.', example: 'E15' },
    district: { header: 'Район', help: 'Район организации.', example: 'Кировский' },
    organisation: { header: 'Организация', help: 'К кому относится.', example: 'Школа № 1' },
    column: { header: 'Столбец', help: 'В каком столбце.', example: 'Дата выполнения' },
    expected: { header: 'Что ожидается', help: 'Как должно быть.', example: 'дата вида 05.10.2020' },
    found: { header: 'Что записано', help: 'Личные данные здесь не повторяются.', example: 'пятое октября' },
    repair: { header: 'Как исправить', help: 'Что сделать.', example: 'Запишите дату цифрами' },
  },
} as const;

export const service = {
  title: 'Служебное',
  columns: {
    name: { header: 'Что', help: 'Не меняйте эту вкладку.', example: '' },
    value: { header: 'Значение', help: 'Не меняйте эту вкладку.', example: '' },
  },
} as const;

export const howTo = { title: 'Как заполнять' } as const;
export const overall = { title: 'Сводка по книгам' } as const;
export const summary = { title: 'Сводка', district: 'Сводка · ' } as const;
