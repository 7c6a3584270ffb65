import { describe, expect, it } from 'vitest';
import { formsOf } from './paper-forms.ts';

const formsFor = (kind: string, number: string, issuingState = ''): string[] => formsOf({ kind, number, issuingState }, '/number').forms.map((form) => `${form.kind} ${form.issuingState} ${form.number}`);
const personal = (number: string): string[] => ['cccd', 'cmnd', 'number-notice'].map((kind) => `${kind} VNM ${number}`);

describe('the forms of a paper in which a stay may have kept it', () => {
  it.each(['070190012345', '070 190 012 345', '070.190.012.345', ' 070190-012345 ', '７０１９００１２３４５', '70190012345'])('are the same for %s: blanks, dots, hyphens, wide digits and a lost zero say nothing', (number) => {
    for (const kind of ['', 'cccd', 'cmnd']) expect(formsFor(kind, number).filter((form) => form.endsWith('070190012345'))).toEqual(personal('070190012345'));
  });
  it('have both zeros back that ten digits have lost, and as many less as a record may have kept', () => {
    expect(formsFor('cccd', '1190012345')).toEqual([...personal('001190012345'), 'number-notice VNM 01190012345', 'number-notice VNM 1190012345']);
    expect(formsFor('cccd', '070190012345').slice(3)).toEqual(['number-notice VNM 70190012345']);
  });
  it('are of nine digits the old paper’s, and of an unknown kind a passport’s of any state too', () => {
    expect(formsFor('cmnd', '285.123.456')).toEqual(['cmnd VNM 285123456']);
    expect(formsFor('', '285123456')).toEqual(['cmnd VNM 285123456', 'passport  285123456']);
    expect(formsFor('', 'c1234567')).toEqual(['passport  C1234567']);
  });
  it('are of a passport that of its state, or of any state where none is told', () => {
    expect([formsFor('passport', 'm 1234 5678', 'KOR'), formsFor('passport', 'M12345678')]).toEqual([['passport KOR M12345678'], ['passport  M12345678']]);
  });
  it('are of other papers their number’s alone', () => expect(formsFor('driving-licence', '750 190 012 345', 'VNM')).toEqual(['driving-licence VNM 750190012345']));
  it.each([['cccd', '12345'], ['cmnd', '1234567'], ['passport', 'TOO-LONG-FOR-IT-1'], ['', '?!'], ['', ''], ['other', '#']])('are none where the number cannot be of its kind: %s %s', (kind, number) => {
    const { forms, faults } = formsOf({ kind, number, issuingState: '' }, '/papers/0/number');
    expect([forms.length, faults.length > 0, faults[0]?.pointer]).toEqual([0, true, '/papers/0/number']);
  });
});
