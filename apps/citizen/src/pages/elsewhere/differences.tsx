// What differs elsewhere by the insured area's policy, and which credentials serve where; what nobody recorded is said.
import { CheckIcon, CrossIcon, QuestionIcon } from '../../parts/icons.tsx';
import { SourceNote } from '../../parts/source-note.tsx';
import { shareWords, type Rules } from './words.ts';

const Share = ({ name, share }: { name: string; share: Rules['filed'] }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {shareWords(share)}
      {share.kind !== 'not-recorded' && <SourceNote source={share.source} />}
    </dd>
  </div>
);

const catalogueWords = {
  'place-of-treatment': '能报的药品和项目按看病地方的医保目录，可能和参保地不同。',
  'insured-area': '能报的药品和项目仍按参保地的医保目录，当地能报的不一定能报。',
} as const;

export function Differences({ areaName, rules }: { areaName: string; rules: Rules | null }) {
  return (
    <section className="block" aria-labelledby="differences">
      <h2 id="differences">去外地看病，哪里不一样</h2>
      {rules === null ? (
        <p>
          {areaName}异地就医的报销比例和目录，本系统没有记录，按基金付 0
          元计算，不代表实际不能报销。去之前请打医保服务电话问清。
        </p>
      ) : (
        <>
          <dl className="facts facts-ruled">
            <Share name="已经备案" share={rules.filed} />
            <Share name="没有备案" share={rules.unfiled} />
            <Share name="备案已失效" share={rules.lapsed} />
            <div>
              <dt>医保目录</dt>
              <dd>
                {rules.catalogue === null
                  ? '没有记录按哪里的目录；能报的药品和项目可能不同，去之前请打电话问清'
                  : catalogueWords[rules.catalogue.of]}
                {rules.catalogue && <SourceNote source={rules.catalogue.source} />}
              </dd>
            </div>
            <div>
              <dt>到期提醒</dt>
              <dd>
                备案失效前 {rules.warnDaysBefore} 天起提醒
                <SourceNote source={rules.warnSource} />
              </dd>
            </div>
          </dl>
        </>
      )}
    </section>
  );
}

const credentials = [
  {
    name: '本人的医保电子凭证（医保码）',
    home: { mark: <CheckIcon />, text: '可以' },
    elsewhere: { mark: <CheckIcon />, text: '可以' },
  },
  {
    name: '本人的社会保障卡',
    home: { mark: <CheckIcon />, text: '可以' },
    elsewhere: { mark: <CheckIcon />, text: '可以' },
  },
  {
    name: '本人的身份证',
    home: { mark: <CheckIcon />, text: '本系统可以受理' },
    elsewhere: { mark: <QuestionIcon />, text: '没有记录，请先问医院' },
  },
  {
    name: '家人的码、卡或身份证',
    home: { mark: <CrossIcon />, text: '不可以' },
    elsewhere: { mark: <CrossIcon />, text: '不可以' },
  },
];

export const Credentials = () => (
  <section className="block" aria-labelledby="credentials">
    <h2 id="credentials">用什么凭证结算</h2>
    <table className="credentials">
      <thead>
        <tr>
          <th scope="col">凭证</th>
          <th scope="col">参保地</th>
          <th scope="col">外地</th>
        </tr>
      </thead>
      <tbody>
        {credentials.map(({ name, home, elsewhere }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {home.mark}
              {home.text}
            </td>
            <td>
              {elsewhere.mark}
              {elsewhere.text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="source">
      依据：铁岭市办事指南“就医时仍需使用本人的医保电子凭证或社会保障卡进行结算”；身份证一项是本系统收费窗口和医院接口受理的凭证。
    </p>
  </section>
);
