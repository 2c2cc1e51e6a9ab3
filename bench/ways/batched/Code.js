/** A careful script: one read, everything in memory, one write for each tab, every tab each time. */

const SHEET = 'Данные';

// biome-ignore lint/correctness/noUnusedVariables: called by its name
function summarise() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const data = book.getSheetByName(SHEET);
  const now = new Date();
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const [, ...rows] = data.getDataRange().getValues();
  const statuses = [];
  const districts = new Map();
  for (const [organisation, district, stage, deadline, done] of rows) {
    let status = 'впереди';
    if (done !== '') status = done <= deadline ? 'сдано в срок' : 'сдано с опозданием';
    else if (deadline < today) status = 'просрочено';
    statuses.push([status]);
    if (!districts.has(district)) districts.set(district, new Map());
    const organisations = districts.get(district);
    if (!organisations.has(organisation)) organisations.set(organisation, []);
    organisations.get(organisation)[Number(stage) - 1] = status;
  }
  data.getRange(2, 6, statuses.length, 1).setValues(statuses);

  const sheets = new Map(book.getSheets().map((sheet) => [sheet.getName(), sheet]));
  for (const [district, organisations] of districts) {
    const width = Math.max(...[...organisations.values()].map((cells) => cells.length));
    const table = [
      ['Организация', ...Array.from({ length: width }, (_, index) => `Этап ${index + 1}`)],
      ...[...organisations].map(([name, cells]) => [
        name,
        ...Array.from({ length: width }, (_, index) => cells[index] || ''),
      ]),
    ];
    const sheet = sheets.get(district) || book.insertSheet(district);
    sheet.clearContents();
    sheet.getRange(1, 1, table.length, width + 1).setValues(table);
  }
}
