// Sentences on treatment outside the insured area: the filing, the ratio, the catalogue.
import { inWords } from '../calendar.ts';
import { line } from '../line.ts';
import { percent, yuan } from '../money.ts';
import type { Line, PolicySource } from '../types.ts';
import type { Outpatient } from './cell.ts';
import { dayOfNumber } from './day-number.ts';
import type { Story, Told } from './story.ts';

type Elsewhere = Exclude<Outpatient['elsewhere'], 'notRecorded'>;

function elsewhereOf({ outpatient }: Story): Elsewhere {
  if (outpatient.elsewhere === 'notRecorded') throw new Error('nothing is recorded of treatment elsewhere');
  return outpatient.elsewhere;
}

function filing(story: Story, code: string, text: string, notApplied: boolean): Line {
  const { source } = elsewhereOf(story).filing;
  const parameter = 'outpatient.elsewhere.filing';
  return line('note', code, text, 0, source, {
    parameter,
    ...(notApplied ? { applied: false as const } : {}),
  });
}

const filedFrom = ({ bills, row }: Story): string => inWords(dayOfNumber(bills.filedFrom[row]!));
const filedTo = ({ bills, row }: Story): string => inWords(dayOfNumber(bills.filedTo[row]!));

function catalogue(story: Story): Line {
  const rule = elsewhereOf(story).catalogue;
  const parameter = 'outpatient.elsewhere.catalogue';
  const code = 'elsewhere-catalogue';
  if (rule === 'notRecorded') {
    const text = '没有记录异地就医按哪里的医保目录；能报销的药品和项目可能与参保地不同，请事先问清。';
    const source: PolicySource = story.conventions.source;
    return line('note', code, text, 0, source, { parameter, applied: false });
  }
  const text =
    rule.of === 'place-of-treatment'
      ? '哪些药品和项目能报销，按就医地的医保目录；可能与参保地不同。'
      : '哪些药品和项目能报销，仍按参保地的医保目录；就医地能报的不一定能报。';
  return line('note', code, text, 0, rule.source, { parameter });
}

export const words = {
  elsewhereRefused: ({ cell }: Story) => {
    if (cell.kind !== 'nothing') throw new Error('a benefit was told as refused');
    const parameter = 'outpatient.elsewhere';
    return line('note', cell.code, cell.text, 0, cell.source, { parameter, applied: false });
  },
  ratioElsewhere: ({ cell }: Story, { fen }: Told) => {
    if (!('elsewhere' in cell) || cell.elsewhere === null) throw new Error('the ratio is that of home');
    const { homeRatePerTenThousand: home, source } = cell.elsewhere;
    const { ratePerTenThousand } = cell;
    const text = `在参保地报销 ${percent(home)}，在外地少 ${percent(home - ratePerTenThousand)}，按 ${percent(ratePerTenThousand)} 报销；按比例算，比在参保地少报 ${yuan(fen)}。`;
    const extras = { parameter: 'outpatient.elsewhere', ratePerTenThousand };
    return line('note', 'elsewhere-ratio', text, fen, source, extras);
  },
  catalogueElsewhere: catalogue,
  filingAbsent: (story: Story) =>
    filing(story, 'filing-absent', '没有异地就医备案，按没有备案计算；请先备案再去外地看病。', true),
  filingForAnotherPlace: (story: Story) =>
    filing(
      story,
      'filing-for-another-place',
      '异地就医备案的不是这家医院所在的地方，按没有备案计算；请为这个地方备案。',
      true,
    ),
  filingNotBegun: (story: Story) =>
    filing(story, 'filing-not-begun', `异地就医备案从${filedFrom(story)}才生效，按没有备案计算。`, true),
  filingHolds: (story: Story) => filing(story, 'filing-holds', '异地就医备案有效，按已备案计算。', false),
  filingEndsSoon: (story: Story, { first }: Told) =>
    filing(
      story,
      'filing-ends-soon',
      `异地就医备案还有 ${first} 天，从${filedTo(story)}起失效；请早些续办，失效后会少报或不报。`,
      false,
    ),
  filingLapsed: (story: Story) =>
    filing(
      story,
      'filing-lapsed',
      `异地就医备案从${filedTo(story)}起已经失效，按备案失效计算；请续办备案。`,
      true,
    ),
};
