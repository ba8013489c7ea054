/** The words on slips, in one language; lang/ provides them. */
export interface SlipWords {
  readonly slipTitle: string;
  readonly slipService: (service: string) => string;
  readonly slipPriority: (kind: string) => string;
  readonly slipAhead: (people: number) => string;
  /** Low 0: at most `highMinutes`. */
  readonly slipWait: (lowMinutes: number, highMinutes: number) => string;
  readonly slipWaitUnknown: string;
  readonly slipBring: string;
  readonly slipTime: (localDate: string, localTime: string) => string;
  readonly slipFollow: string;
  readonly slipKeep: string;
  readonly slipThanks: string;
  /** Copy 2 is the first reprint. */
  readonly slipReprint: (copy: number) => string;
  readonly slipDemonstration: string;

  readonly checklistTitle: string;
  readonly checklistCode: (code: string) => string;
  readonly checklistPapers: string;
  readonly checklistFee: (fee: string) => string;
  readonly checklistDuration: (duration: string) => string;
  readonly checklistPlace: (place: string) => string;
  readonly checklistMore: string;
  readonly checklistPrinted: (localDate: string, localTime: string) => string;

  readonly appointmentTitle: string;
  readonly appointmentWhen: (localDate: string, weekday: string) => string;
  readonly appointmentBetween: (from: string, to: string) => string;
  readonly appointmentCode: string;
  readonly appointmentArrive: string;
  readonly appointmentFollow: string;
  /** Tells it apart from the receipt of a dossier (Mẫu 01). */
  readonly appointmentNoReceipt: string;

  readonly thanksTitle: string;
  readonly thanksServed: (number: string, counter: string) => string;
  readonly thanksRate: string;
  readonly thanksAnonymous: string;

  readonly dayTitle: string;
  readonly dayDate: (localDate: string) => string;
  readonly dayTaken: string;
  readonly dayServed: string;
  readonly dayNoShow: string;
  readonly dayCancelled: string;
  readonly dayLeft: string;
  readonly dayMeanWait: string;
  readonly dayLongestWait: string;
  readonly dayMeanService: string;
  readonly dayRatings: string;
  readonly dayMinutes: (minutes: number) => string;
  readonly dayServices: string;
  readonly dayServiceLine: (served: number, waitMinutes: number | null) => string;
  readonly dayRatingLine: (mark: string) => string;
  readonly dayPrinted: (localDate: string, localTime: string) => string;

  readonly testTitle: string;
  readonly testPrinter: (name: string) => string;
  readonly testProfile: (profile: string, width: string) => string;
  readonly testAcross: string;
  readonly testDown: string;
  readonly testLetters: string;
  readonly testSizes: string;
  readonly testCode: string;
  readonly testEnd: string;
}
