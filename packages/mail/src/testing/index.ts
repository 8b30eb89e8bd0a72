export {
  type Fault,
  type PostmarkStandIn,
  startPostmarkStandIn,
  type TakenMail,
} from './postmark-stand-in.ts'
