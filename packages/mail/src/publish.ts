export { mjmlOf } from './publish/blocks-to-mjml.ts'
export { type CompiledMail, compileMail, type TemplateProblem } from './publish/compile.ts'
