// Types of the messages that a hospital's and a pharmacy's day is made of, in the interface's own field names and yuan.

/** A code, a name or a number as text. */
type Text = string;
/** Yuan with at most two decimals. */
type Yuan = number;
/** Fields that the interface has beside the named ones. */
interface Further {
  [field: string]: unknown;
}

interface Credential {
  /** 01 electronic credential, 02 identity card, 03 social security card. */
  mdtrt_cert_type: '01' | '02' | '03';
  mdtrt_cert_no: Text;
  card_sn?: Text;
}

export interface Insurance extends Further {
  balc: Yuan;
  insutype: Text;
  psn_type: Text;
  psn_insu_stas: Text;
  insuplc_admdvs: Text;
}

export interface DetailLine extends Further {
  feedetl_sn: Text;
  mdtrt_id: Text;
  psn_no: Text;
  chrg_bchno: Text;
  rx_circ_flag: Text;
  fee_ocur_time: Text;
  med_list_codg: Text;
  medins_list_codg: Text;
  det_item_fee_sumamt: Yuan;
  cnt: number;
  pric: number;
  /** 0 no approval needed, 1 approved, 2 refused. */
  hosp_appr_flag: '0' | '1' | '2';
}

export interface SplitLine extends Further {
  feedetl_sn: Text;
  det_item_fee_sumamt: Yuan;
  fulamt_ownpay_amt: Yuan;
  overlmt_amt: Yuan;
  preselfpay_amt: Yuan;
  inscp_scp_amt: Yuan;
  chrgitm_lv: Text;
}

export interface Settled extends Further {
  mdtrt_id: Text;
  psn_no: Text;
  medfee_sumamt: Yuan;
  fulamt_ownpay_amt: Yuan;
  overlmt_selfpay: Yuan;
  preselfpay_amt: Yuan;
  inscp_scp_amt: Yuan;
  fund_pay_sumamt: Yuan;
  psn_part_amt: Yuan;
  acct_pay: Yuan;
  /** The part of `acct_pay` that relatives' accounts paid. */
  acct_mulaid_pay: Yuan;
  psn_cash_pay: Yuan;
  hosp_part_amt: Yuan;
  balc: Yuan;
}

interface ToSettle extends Credential, Further {
  psn_no: Text;
  med_type: Text;
  medfee_sumamt: Yuan;
  psn_setlway: Text;
  mdtrt_id: Text;
  chrg_bchno: Text;
  insutype: Text;
  /** 0 none, 1 own account (the area may let relatives' follow), 2 relatives' accounts too. */
  acct_used_flag: '0' | '1' | '2';
}

interface Reconciled extends Further {
  setl_optins: Text;
  stmt_begndate: Text;
  stmt_enddate: Text;
  medfee_sumamt: Yuan;
  fund_pay_sumamt: Yuan;
  fixmedins_setl_cnt: number;
  clr_type: Text;
}

/** Names an online order and its patient; fields of online orders are written without underscores. */
interface OrderName extends Further {
  payOrdId: Text;
  payToken: Text;
  orgCodg: Text;
  idNo: Text;
  userName: Text;
  idType: Text;
}

/** Who paid how much of an online order. */
interface OrderMoney {
  feeSumamt: Yuan;
  ownPayAmt: Yuan;
  psnAcctPay: Yuan;
  fundPay: Yuan;
}

export interface OrderLine extends Further {
  feedetlSn: Text;
  psnNo: Text;
  chrgBchno: Text;
  rxCircFlag: Text;
  feeOcurTime: Text;
  medListCodg: Text;
  medinsListCodg: Text;
  detItemFeeSumamt: Yuan;
  cnt: number;
  pric: number;
  hospApprFlag: '0' | '1' | '2';
}

interface OrderUpload extends Further {
  orgCodg: Text;
  psnNo: Text;
  insutype: Text;
  /** The institution's own number of the order. */
  medOrgOrd: Text;
  begntime: Text;
  idNo: Text;
  userName: Text;
  idType: Text;
  /** The electronic credential that the patient shows. */
  ecToken: Text;
  iptOtpNo: Text;
  deptName: Text;
  caty: Text;
  /** Empty or absent: the visit is registered with the order. */
  mdtrtId?: Text;
  medType: Text;
  feeType: Text;
  medfeeSumamt: Yuan;
  acctUsedFlag: '0' | '1' | '2';
  diseCodg: Text;
  psnSetlway: Text;
  chrgBchno: Text;
  diseinfoList: Further[];
  feedetailList: OrderLine[];
}

/**
 * State of an online order: 1 to be paid, 4 paid by insurance, 5 settled at the desk, 6 complete, 7 given back, 8 insurance
 * given back, 9 and 10 cash given back whole and in part, 11 insurance and part of the cash, 12 withdrawn.
 */
export type OrderState = '1' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12';

/** Of a notice that an order was paid (6302), which the insurance side sends to the institution. */
export interface PaidNotice extends Further {
  payOrdId: Text;
  /** 02: an order was paid. */
  callType: Text;
  medOrgOrd: Text;
  traceTime: Text;
  feeSumamt: Yuan;
  ownpayAmt: Yuan;
  psnAcctPay: Yuan;
  fundPay: Yuan;
  setlType: 'ALL' | 'CASH' | 'HI';
  /** The settlement. */
  hiDocSn: Text;
  /** The visit. */
  hiRgstSn: Text;
}
interface Message<Input, Output> {
  input: Input;
  output: Output;
}
type Data<Of> = { data: Of };

/** Messages whose fields are typed. */
export interface Messages {
  '9001': Message<
    { signIn: { opter_no: Text; mac: Text; ip: Text } },
    { signinoutb: { sign_time: Text; sign_no: Text } }
  >;
  '9002': Message<{ signOut: { sign_no: Text; opter_no: Text } }, { sign_time: { sign_time: Text } }>;
  '1101': Message<
    Data<Credential & { begntime?: Text; psn_cert_type?: Text; certno?: Text; psn_name?: Text }>,
    {
      baseinfo: Further & { psn_no: Text; psn_name: Text; certno: Text };
      insuinfo: Insurance[];
      idetinfo: Further[];
    }
  >;
  '2201': Message<
    Data<
      Credential &
        Further & {
          psn_no: Text;
          insutype: Text;
          begntime: Text;
          ipt_otp_no: Text;
          dept_code: Text;
          dept_name: Text;
        }
    >,
    Data<{ mdtrt_id: Text; psn_no: Text; ipt_otp_no: Text }>
  >;
  '2203': Message<{ mdtrtinfo: Further & { mdtrt_id: Text; psn_no: Text }; diseinfo: Further[] }, object>;
  '2204': Message<{ feedetail: DetailLine[] }, { result: SplitLine[] }>;
  '2205': Message<Data<{ mdtrt_id: Text; chrg_bchno: Text; psn_no: Text }>, object>;
  '2206': Message<Data<ToSettle>, { setlinfo: Settled; setldetail: Further[] }>;
  '2207': Message<
    Data<
      ToSettle & {
        invono?: Text;
        fulamt_ownpay_amt: Yuan;
        overlmt_selfpay: Yuan;
        preselfpay_amt: Yuan;
        inscp_scp_amt: Yuan;
      }
    >,
    { setlinfo: Settled & { setl_id: Text }; setldetail: Further[] }
  >;
  '2208': Message<
    Data<{ setl_id: Text; mdtrt_id: Text; psn_no: Text }>,
    { setlinfo: Settled & { setl_id: Text }; setldetail: Further[] }
  >;
  '2601': Message<Data<{ psn_no: Text; omsgid: Text; oinfno: '2102' | '2207' | '2304' | '2401' }>, object>;
  '5203': Message<
    Data<{ setl_id: Text; mdtrt_id: Text; psn_no: Text }>,
    { setlinfo: Further & { setl_id: Text; insutype: Text; refd_setl_flag: Text }; setldetail: Further[] }
  >;
  '9101': Message<
    { fsUploadIn: { in: Text; filename: Text; fixmedins_code: Text } },
    { file_qury_no: Text; filename: Text; fixmedins_code: Text; dld_endtime: Text }
  >;
  /** The answer is the file itself. */
  '9102': Message<{ fsDownloadIn: { file_qury_no: Text; filename: Text; fixmedins_code: Text } }, Uint8Array>;
  '3201': Message<
    Data<Reconciled & { insutype: Text; acct_pay: Yuan; fixmedins_refd_setl_flag: Text }>,
    { stmtinfo: { setl_optins: Text; stmt_rslt: Text; stmt_rslt_dscr: Text } }
  >;
  '3202': Message<
    Data<Reconciled & { file_qury_no: Text; cash_payamt: Yuan; fixmedins_refd_setl_flag: Text }>,
    { fileinfo: { file_qury_no: Text; filename: Text; dld_endtime: Text } }
  >;
  '6201': Message<
    Data<OrderUpload>,
    Data<{
      payOrdId: Text;
      payToken: Text;
      cashierUrl: Text;
      extData: Further & { mdtrtId: Text } & OrderMoney;
    }>
  >;
  '6202': Message<
    Data<
      Further & { payOrdId: Text; payToken: Text; orgCodg: Text; orgBizSer: Text; mdtrtId?: Text } & (
          { payAuthNo: Text } | { ecAuthCode: Text }
        )
    >,
    Data<Further & OrderMoney & { payOrdId: Text; ordStas: OrderState }>
  >;
  '6203': Message<
    Data<
      Further & {
        payOrdId: Text;
        appRefdSn: Text;
        appRefdTime: Text;
        totlRefdAmt: Yuan;
        cashRefdAmt: Yuan;
        /** The patient's own, or the token that 6301 gives for an hour after the payment. */
        ecToken: Text;
        refdType: 'ALL' | 'HI' | 'CASH';
      }
    >,
    Data<Further & { refdSn: Text; hiFefdSn: Text; hiTrnsDate: Text; hiTrnsTime: Text; refStatus: Text }>
  >;
  '6204': Message<Data<OrderMoney & Further & { payOrdId: Text; medOrgOrd: Text; thdPayType: Text }>, object>;
  '6301': Message<
    Data<OrderName>,
    Data<
      Further &
        OrderMoney & {
          payOrdId: Text;
          ordStas: OrderState;
          medOrgOrd: Text;
          traceTime: Text;
          setlType: Text;
          revsToken: Text;
        }
    >
  >;
  '6401': Message<Data<OrderName>, Data<{ success: boolean }>>;
}

/** A typed transaction, or any other by its number with untyped input and output. */
export type Infno = keyof Messages | (string & {});
export type InputOf<Of extends Infno> = Of extends keyof Messages ? Messages[Of]['input'] : unknown;
export type OutputOf<Of extends Infno> = Of extends keyof Messages
  ? Messages[Of]['output']
  : Record<string, unknown>;
