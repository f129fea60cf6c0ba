// Step 1: whose premium.
import type { Answer } from '@gongji/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useLabels } from '../../channel/labels.ts';
import { Asked } from '../../parts/asked.tsx';
import { Page } from '../../shell/page.tsx';
import { PersonCard } from '../../parts/person-card.tsx';
import { PremiumAside } from './premium-aside.tsx';
import { premiumSteps, premiumTitle } from './titles.ts';

type Choices = Answer<'listPremiumChoices'>;

interface PersonPageProps {
  choices: UseQueryResult<Choices>;
  /** Of the payer. */
  area: string;
}

export function PersonPage({ choices, area }: PersonPageProps) {
  const labels = useLabels(area);
  return (
    <Page
      title={premiumTitle}
      progress={{ names: premiumSteps, index: 0 }}
      back={{ href: '/', text: '首页' }}
      lead="给谁缴费？请核对姓名、身份证号码和参保地。"
      aside={<PremiumAside area={area} />}
    >
      <Asked query={choices} waiting="正在读取可以缴费的家人…">
        {({ people }) =>
          people.length === 0 ? (
            <>
              <p className="empty">还没有可以缴费的家人。先绑定家人，绑定成功后就能在这里缴费。</p>
              <div className="actions">
                <Link className="button button-main" href={labels.addTo}>
                  {labels.add}
                </Link>
              </div>
            </>
          ) : (
            <>
              {people.filter(({ blockedText }) => blockedText === null).length > 1 && (
                <div className="actions">
                  <Link className="button" href="/premium-together">
                    一次给几位家人缴费
                  </Link>
                </div>
              )}
              <ul className="plain-cards">
                {people.map(({ person, relationText, blockedText }) => (
                  <li key={person.personNo}>
                    <PersonCard person={person} role={relationText} check={blockedText === null} />
                    {blockedText === null ? (
                      <Link
                        className="button button-wide"
                        href={`/premium/${encodeURIComponent(person.personNo)}`}
                      >
                        给{person.name}缴费
                      </Link>
                    ) : (
                      <p className="blocked">不能缴：{blockedText}</p>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Asked>
    </Page>
  );
}
