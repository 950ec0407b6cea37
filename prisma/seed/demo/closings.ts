import { compile } from "@/prisma/seed/demo/grammar";

export const CLOSING_SALE = compile(`
  Come and see it on Saturday.
  Rates and strata figures are in the contract, which we send on request.
  The vendors have bought elsewhere and would like a simple sale.
  Bring a tape measure and your questions.
  A long or a short settlement can be arranged.
  We look forward to showing you through.
  It suits {who}, to live in or to let.
  The contract and the reports are ready to read.
  Stand at the back door for a minute before you decide.
  See it in the morning, when {light} is at its best.
  Ask us what else has sold nearby.
  Vacant possession is offered.
  A private inspection can be arranged on weekdays.
  Offers are read as they come.
  The survey and the council records are at hand.
  There is no hurry, but it will not be here next spring.
`);

export const CLOSING_RENT = compile(`
  Available now, for twelve months or longer.
  Pets are welcome on application.
  The rent includes water and a gardener once a month.
  Bond is four weeks' rent.
  Please come to the inspection before you apply.
  Part furnished on request.
  The owners live nearby and answer the telephone.
  A lease of two years is possible.
  Unfurnished, with dishwasher and washing machine.
  It would suit {who}.
  Available from the first of next month.
  The internet connection is included in the rent.
  The lease begins when the paint is dry.
  Repairs are done within the week.
  Smoke alarms and gas were checked this year.
  References from your last landlord will help.
  Bring the whole household to the inspection.
`);
