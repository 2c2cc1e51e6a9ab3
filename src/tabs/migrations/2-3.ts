/**
 * Version 3 of a reporting book: where a report counts, what its cells held, who filed and
 * decided, and where an organisation was before;
 * frozen columns leave half of a phone's screen, headers fit their columns.
 */
import type { BookMigration } from './migration';

export const book2to3: BookMigration = {
  to: 3,
  columns: { report: ['cellsSeen', 'countedIn', 'filedBy', 'decidedBy'], organisations: ['formerDistricts'] },
  laid: {
    report: { frozen: 2, widths: { stage: 220, organisation: 150, status: 190, doneOn: 130 } },
    coverage: {
      frozen: 1,
      widths: {
        organisation: 200,
        pupils: 110,
        mentees: 110,
        mentors: 110,
        pupilPupil: 110,
        teacherTeacher: 110,
        studentPupil: 110,
        employerPupil: 110,
        employerStudent: 110,
      },
    },
    pairs: {
      frozen: 1,
      widths: { meeting1: 110, meeting2: 110, meeting3: 110, meeting5: 110, finished: 100 },
    },
    reminders: { frozen: 1, widths: { district: 200 } },
    columns: { frozen: 0, widths: { required: 90 } },
    stages: { frozen: 1, widths: { approval: 110, approvalInDeadline: 110 } },
    organisations: { frozen: 1, widths: { id: 110 } },
  },
};
