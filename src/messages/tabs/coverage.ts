/** «Охват» and «Реестр пар»: counts and codes, never names. */
export const coverage = {
  title: 'Охват',
  columns: {
    organisation: { header: 'Организация', help: 'Выберите из списка.', example: 'Школа № 1' },
    date: { header: 'На дату', help: 'На какой день посчитано.', example: '31.12.2020' },
    pupils: { header: 'Обучающихся', help: 'Всего в организации.', example: '640' },
    mentees: {
      header: 'Наставляемых',
      help: 'Сколько обучающихся участвует. Нет данных: оставьте пусто, ноль значит «никто».',
      example: '64',
    },
    mentors: { header: 'Наставников', help: 'Сколько человек.', example: '20' },
    pupilPupil: { header: 'Пар ученик–ученик', help: 'Число пар.', example: '12' },
    teacherTeacher: { header: 'Пар учитель–учитель', help: 'Число пар.', example: '4' },
    studentPupil: { header: 'Пар студент–ученик', help: 'Число пар.', example: '3' },
    employerPupil: { header: 'Пар работодатель–ученик', help: 'Число пар.', example: '2' },
    employerStudent: { header: 'Пар работодатель–студент', help: 'Число пар.', example: '0' },
    comment: { header: 'Комментарий', help: 'Без имён и других личных данных.', example: '' },
  },
} as const;

export const pairs = {
  title: 'Реестр пар',
  columns: {
    code: {
      header: 'Код пары',
      help: 'Придумайте код, у каждой пары свой. Не имя и не инициалы.',
      example: 'П-001',
    },
    organisation: { header: 'Организация', help: 'Выберите из списка.', example: 'Школа № 1' },
    form: { header: 'Форма', help: 'Одна из пяти форм наставничества.', example: 'ученик–ученик' },
    started: { header: 'Начало', help: 'Когда пара создана.', example: '25.11.2020' },
    meeting1: { header: 'Встреча-знакомство', help: 'Дата встречи.', example: '27.11.2020' },
    meeting2: { header: 'Пробная встреча', help: 'Дата встречи.', example: '04.12.2020' },
    meeting3: { header: 'Встреча-планирование', help: 'Дата встречи.', example: '11.12.2020' },
    meeting4: { header: 'Совместная работа', help: 'Дата первой рабочей встречи.', example: '18.12.2020' },
    meeting5: { header: 'Итоговая встреча', help: 'Дата встречи.', example: '21.05.2021' },
    finished: { header: 'Завершение', help: 'Когда пара закончила работу.', example: '31.05.2021' },
  },
  forms: [
    'ученик–ученик',
    'учитель–учитель',
    'студент–ученик',
    'работодатель–ученик',
    'работодатель–студент',
  ],
} as const;
