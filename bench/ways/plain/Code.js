/** A beginner's script: reads each cell when it is needed, writes each cell when it is known. */

const SHEET = 'Данные';

// biome-ignore lint/correctness/noUnusedVariables: called by its name
function summarise() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const data = book.getSheetByName(SHEET);
  const now = new Date();
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const places = {};
  const columns = {};
  for (let row = 2; row <= data.getLastRow(); row++) {
    const organisation = data.getRange(row, 1).getValue();
    const district = data.getRange(row, 2).getValue();
    const stage = data.getRange(row, 3).getValue();
    const deadline = data.getRange(row, 4).getValue();
    const done = data.getRange(row, 5).getValue();
    let status = 'впереди';
    if (done !== '') status = done <= deadline ? 'сдано в срок' : 'сдано с опозданием';
    else if (deadline < today) status = 'просрочено';
    data.getRange(row, 6).setValue(status);

    let sheet = book.getSheetByName(district);
    if (sheet === null) {
      sheet = book.insertSheet(district);
      sheet.getRange(1, 1).setValue('Организация');
    }
    if (places[organisation] === undefined) {
      columns[district] = (columns[district] || 1) + 1;
      places[organisation] = columns[district];
      sheet.getRange(places[organisation], 1).setValue(organisation);
    }
    sheet.getRange(1, Number(stage) + 1).setValue(`Этап ${stage}`);
    sheet.getRange(places[organisation], Number(stage) + 1).setValue(status);
  }
}
