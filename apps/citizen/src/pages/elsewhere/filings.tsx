// The person's filings, each with its place, days and standing, and the way to file it again.
import { dayWords } from '../../lib/date.ts';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { kindWords, stateWords, untilWords, type Filing } from './words.ts';

export interface Renewal {
  placeArea: string;
  kind: Filing['kind'];
  from: string;
}

/** Another filing for the same place takes over where this one ends. */
const isReplaced = (one: Filing, all: readonly Filing[]): boolean =>
  all.some((other) => other.placeArea === one.placeArea && other.from > one.from && other.state !== 'lapsed');

function Warning({ filing }: { filing: Filing }) {
  if (filing.state === 'ending') {
    return (
      <Notice tone="warn" title={`${filing.placeName}的备案还有 ${filing.daysLeft ?? 0} 天就失效`}>
        <p>{untilWords(filing)}。失效后在那里看病会少报或不报，还要去的话请现在续办。</p>
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={`${filing.placeName}的备案已经失效`}>
      <p>{untilWords(filing)}。还要在那里看病，请先重新备案。</p>
    </Notice>
  );
}

interface FilingsProps {
  filings: readonly Filing[];
  onRenew: (filing: Filing) => void;
}

export function Filings({ filings, onRenew }: FilingsProps) {
  const needing = filings.filter(
    (one) => (one.state === 'ending' || one.state === 'lapsed') && !isReplaced(one, filings),
  );
  return (
    <section className="block" aria-labelledby="filings">
      <h2 id="filings">我的备案</h2>
      {needing.map((filing) => (
        <Warning key={filing.filingId} filing={filing} />
      ))}
      {filings.length === 0 && <p className="empty">您还没有异地就医备案。要去外地看病，请先在下面备案。</p>}
      <ul className="plain-cards">
        {filings.map((filing) => (
          <li key={filing.filingId} className="person-card">
            <p className="person-card-head">
              <strong className="person-card-name">{filing.placeName}</strong>
              <span className={`tag tag-${stateWords[filing.state].tone}`}>
                {stateWords[filing.state].text}
              </span>
            </p>
            <Facts
              items={[
                { name: '原因', value: kindWords[filing.kind] },
                { name: '从哪天起', value: dayWords(filing.from) },
                { name: '到哪天止', value: untilWords(filing) },
              ]}
            />
            {needing.includes(filing) && (
              <Button onPress={() => onRenew(filing)}>
                {filing.state === 'ending' ? '续办' : '重新备案'}
                {filing.placeName}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
