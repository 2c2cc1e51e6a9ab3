/** The administrator's tabs: what the programme is and who reports. */
export const codeSays = 'в начале без знаков = + - @';
export const idSays = 'без знака «/», в начале без знаков = + - @';

export const stages = {
  title: 'Этапы',
  columns: {
    code: { header: 'Код', help: 'Короткий номер этапа, у каждого свой.', example: '1.4' },
    section: { header: 'Раздел', help: 'Раздел плана, если он есть.', example: 'I. Нормативная база' },
    title: {
      header: 'Мероприятие',
      help: 'Что нужно сделать, одной фразой.',
      example: 'Назначить куратора внедрения',
    },
    kind: { header: 'Вид срока', help: 'Как срок записан в письме.', example: 'до даты' },
    start: {
      header: 'Начало',
      help: 'С какого дня (для периодов и для «начиная с даты»).',
      example: '01.12.2020',
    },
    deadline: {
      header: 'Срок',
      help: 'До какого дня включительно. Пусто, если в письме нет даты.',
      example: '28.09.2020',
    },
    responsible: { header: 'Ответственный', help: 'Как в письме.', example: 'ОО, ДО' },
    result: { header: 'Результат', help: 'Что представить.', example: 'Приказ' },
    document: { header: 'Нужен документ', help: 'да: без документа отчёт неполный.', example: 'да' },
    approval: {
      header: 'Нужно согласование',
      help: 'да: район согласует отчёт или возвращает его.',
      example: 'нет',
    },
    approvalInDeadline: {
      header: 'Срок включает согласование',
      help: 'да: не согласовано к сроку значит просрочено.',
      example: 'нет',
    },
    appliesTo: {
      header: 'Кто отчитывается',
      help: 'Типы организаций через запятую. Пусто: все.',
      example: 'школа, дополнительное образование',
    },
    phrase: { header: 'Как в письме', help: 'Слова письма о сроке.', example: 'До 05.10.2020 г.' },
    dropped: {
      header: 'Снят',
      help: 'да: этап больше не нужен, его строки остаются, но не учитываются.',
      example: 'нет',
    },
  },
} as const;

export const organisations = {
  title: 'Организации',
  columns: {
    id: {
      header: 'Код организации',
      help: 'Короткий код, у каждой свой. После начала работы не меняйте.',
      example: 'К-01',
    },
    district: { header: 'Район', help: 'По нему строится своя сводка.', example: 'Кировский' },
    fullName: { header: 'Полное название', help: 'Как в уставе.', example: 'МАОУ «Школа № 1»' },
    shortName: {
      header: 'Краткое название',
      help: 'Так организация будет названа в отчёте.',
      example: 'Школа № 1',
    },
    type: { header: 'Тип', help: 'По нему подбираются этапы.', example: 'школа' },
    opened: { header: 'Открыта', help: 'Если открылась во время программы.', example: '01.09.2021' },
    closed: {
      header: 'Закрыта',
      help: 'Последний день работы. Строки останутся, но не будут учитываться.',
      example: '30.06.2021',
    },
  },
} as const;

export const targets = {
  title: 'Показатели',
  columns: {
    indicator: {
      header: 'Показатель',
      help: 'Что измеряется. Кроме «другой показатель», считается по вкладке «Охват».',
      example: 'доля наставляемых среди обучающихся',
    },
    title: {
      header: 'Пояснение',
      help: 'Как показатель назван в письме.',
      example: 'Вовлечены в наставничество',
    },
    date: { header: 'На дату', help: 'К какому дню нужно достичь.', example: '31.12.2020' },
    value: { header: 'Не менее', help: 'Требуемое число.', example: '10' },
    unit: { header: 'Единица', help: 'Для долей это %.', example: '%' },
  },
} as const;

export const columns = {
  title: 'Столбцы',
  columns: {
    tab: { header: 'Вкладка', help: 'Где добавить столбец.', example: 'Отчёт' },
    header: {
      header: 'Заголовок',
      help: 'Как назвать столбец. У каждого свой.',
      example: 'Ссылка на страницу сайта',
    },
    type: { header: 'Тип', help: 'Что в нём пишут.', example: 'ссылка' },
    required: { header: 'Обязателен', help: 'да: без него отчёт неполный.', example: 'нет' },
    allowed: {
      header: 'Допустимые значения',
      help: 'Для типа «выбор»: через запятую.',
      example: 'очно, дистанционно',
    },
    stages: { header: 'Для этапов', help: 'Коды этапов через запятую. Пусто: для всех.', example: '3, 4' },
    writer: { header: 'Кто заполняет', help: 'куратор или район.', example: 'куратор' },
    help: {
      header: 'Подсказка',
      help: 'Её увидит тот, кто заполняет.',
      example: 'Страница школы о наставничестве',
    },
    example: { header: 'Пример', help: 'Как заполнить.', example: 'https://school.example/nastavniki' },
    summary: {
      header: 'Показывать в сводке',
      help: 'да: в сводке будет число заполненных и, для чисел, сумма.',
      example: 'да',
    },
  },
} as const;
