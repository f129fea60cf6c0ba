// Settings are taken from the environment, and a wrong one is named.
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { StartProblem } from './start-problem.ts';

test('without settings the demonstration runs on port 7300 and the neighbours follow it', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 7300,
    publicUrl: 'http://localhost:7300',
    databaseUrl: null,
    demoDate: '2024-10-15',
    sample: true,
  });
  expect(config.identity.issuer).toBe('http://localhost:7301');
  expect(config.outside).toEqual({
    registry: 'http://localhost:7302',
    taxBureau: 'http://localhost:7303',
    cashChannel: 'http://localhost:7304',
    sms: 'http://localhost:7305',
    institutions: 'http://localhost:7306',
  });
});

test('the neighbours follow another port, and each can be set by itself', () => {
  const config = readConfig({ PORT: '9000', GONGJI_TAX_URL: 'https://tax.example/' });
  expect(config.identity.issuer).toBe('http://localhost:9001');
  expect(config.outside.taxBureau).toBe('https://tax.example');
});

test('on the real calendar with a database of one’s own no sample people are brought in', () => {
  const real = { DATABASE_URL: 'postgres://gongji@db.example/gongji', GONGJI_DATE: 'today' };
  expect(readConfig(real)).toMatchObject({ demoDate: null, sample: false });
  expect(readConfig({ ...real, GONGJI_SAMPLE: 'yes' }).sample).toBe(true);
});

test('a wrong setting is refused by name, and a database address is not repeated', () => {
  expect(() => readConfig({ PORT: '70000' })).toThrow(StartProblem);
  expect(() => readConfig({ PORT: '70000' })).toThrow(/PORT.*“70000”.*65529/);
  expect(() => readConfig({ GONGJI_DATE: '2024-02-30' })).toThrow(/GONGJI_DATE.*2024-10-15/);
  const problem = () => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db.example' });
  expect(problem).toThrow(/DATABASE_URL/);
  expect(problem).not.toThrow(/hunter2/);
});
